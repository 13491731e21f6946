/** Refuses a value that is not a number in [lowest, highest], with the name and the unit in the message. */
export function requireBetween(value: number, lowest: number, highest: number, name: string): void {
  if (!(value >= lowest && value <= highest)) {
    throw new RangeError(`${name} must lie in [${lowest}, ${highest}]: ${value}`);
  }
}

/** Refuses a value that is not a finite number. */
export function requireFinite(value: number, name: string): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} is not a finite number: ${value}`);
}

/** Refuses a value that is not a finite number above zero. */
export function requirePositive(value: number, name: string): void {
  if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`${name} must be above 0: ${value}`);
}

/** Refuses a value that is not a finite number of at least zero. */
export function requireNotNegative(value: number, name: string): void {
  if (!(value >= 0 && Number.isFinite(value))) throw new RangeError(`${name} must not be negative: ${value}`);
}

/** Refuses a value that is not a whole number in [lowest, highest]. */
export function requireWhole(value: number, lowest: number, highest: number, name: string): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${name} must be a whole number: ${value}`);
  requireBetween(value, lowest, highest, name);
}
