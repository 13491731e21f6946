/** Refuses an empty list and any value that is not a finite number. */
export function requireFinite(values: ArrayLike<number>, name: string): void {
  if (values.length === 0) throw new RangeError(`${name} is empty`);
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      throw new RangeError(`${name}[${i}] is not a finite number: ${values[i]}`);
    }
  }
}

/** Refuses a single value that is not a finite number. */
export function requireNumber(value: number, name: string): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} is not a finite number: ${value}`);
}

/** Refuses a value that is no finite number above 0. */
export function requirePositive(value: number, name: string): void {
  if (!(Number.isFinite(value) && value > 0)) throw new RangeError(`${name} must be positive: ${value}`);
}

/** Refuses a value that is no finite number of at least 0. */
export function requireNotNegative(value: number, name: string): void {
  if (!(Number.isFinite(value) && value >= 0)) {
    throw new RangeError(`${name} must not be negative: ${value}`);
  }
}

/** Refuses a value outside [lowest, highest]. Text and null are refused too, which compare as numbers. */
export function requireBetween(value: number, lowest: number, highest: number, name: string): void {
  if (!(Number.isFinite(value) && value >= lowest && value <= highest)) {
    throw new RangeError(`${name} must lie in [${lowest}, ${highest}]: ${value}`);
  }
}

/** Refuses a value that is not a whole number of at least `lowest`. */
export function requireWhole(value: number, lowest: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < lowest) {
    throw new RangeError(`${name} must be a whole number of at least ${lowest}: ${value}`);
  }
}

/** Refuses fewer than `lowest` of something. */
export function requireCount(count: number, lowest: number, what: string): void {
  if (count < lowest) throw new RangeError(`too few ${what}: ${count}, at least ${lowest} needed`);
}

/** Refuses two lists of different length. */
export function requireSameLength(a: ArrayLike<unknown>, b: ArrayLike<unknown>, names: string): void {
  if (a.length !== b.length) {
    throw new RangeError(`${names} differ in length: ${a.length} and ${b.length}`);
  }
}

/** Refuses a confidence level outside (0, 1), such as .95 of a 95 % interval. */
export function requireLevel(level: number): void {
  if (!(Number.isFinite(level) && level > 0 && level < 1))
    throw new RangeError(`level must lie in (0, 1): ${level}`);
}

/** Refuses a list in which an id appears twice. */
export function requireDistinct(ids: readonly string[], name: string): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new RangeError(`${name} holds ${JSON.stringify(id)} twice`);
    seen.add(id);
  }
}

/** The answer, unless a number in it overflowed on the way: sums and squares of huge values do. */
export function finite<T>(answer: T): T {
  if (typeof answer === 'number') {
    if (!Number.isFinite(answer)) throw new RangeError(`the values are too large: the result is ${answer}`);
  } else if (typeof answer === 'object' && answer !== null) {
    for (const part of Object.values(answer)) finite(part);
  }
  return answer;
}
