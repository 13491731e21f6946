import { minimums } from './minimums.ts';
import { requireCount } from './requirements.ts';
import type { ResponseMatrix } from './response-matrix.ts';

export const RIGHT = 1;
export const MISSING = 2;

const ITEMS_A_BLOCK = 5;

/** Five neighbouring items, and the distinct ways in which they were answered together. */
export interface ItemBlock {
  firstItem: number;
  items: number;
  /** distinct answers × items: 0 for wrong, RIGHT or MISSING */
  answers: Uint8Array;
  distinct: number;
  /** which distinct answer each pattern has here */
  ofPattern: Uint8Array;
}

/** Equal rows counted once, sorted so that nothing depends on the order of people. */
export interface ResponsePatterns {
  people: number;
  items: number;
  patterns: number;
  /** people with each pattern */
  counts: Float64Array;
  /** patterns × items: 0 for wrong, RIGHT or MISSING */
  answers: Uint8Array;
  blocks: ItemBlock[];
  complete: boolean;
  /** answers, and right answers, of each item */
  answered: Float64Array;
  right: Float64Array;
}

/**
 * Sorts a matrix of 0, 1 and null into patterns that a response model can count.
 *
 * People who answered nothing are left out. Blocks of five items let the likelihood of five answers
 * be looked up at once.
 * Errors: RangeError if empty, with rows of unequal length, values other than 0, 1 and null, an item
 * under `fewest` answers, or an item that all answered alike.
 */
export function responsePatterns(
  matrix: ResponseMatrix,
  fewest: number = minimums.modelResponses,
): ResponsePatterns {
  requireCount(matrix.length, 1, 'people');
  const items = matrix[0]!.length;
  requireCount(items, 1, 'items');
  const blockCount = Math.ceil(items / ITEMS_A_BLOCK);
  const byKey = new Map<string, { count: number; row: readonly (number | null)[] }>();
  const codes = new Uint8Array(blockCount);
  matrix.forEach((row, i) => {
    if (row.length !== items) {
      throw new RangeError(`row ${i} has ${row.length} items, the first row ${items}`);
    }
    codes.fill(0);
    let answered = 0;
    for (let j = 0; j < items; j++) {
      const value = row[j];
      if (value !== 0 && value !== 1 && value !== null) {
        throw new RangeError(`row ${i}, item ${j} must be 0, 1 or null: ${value}`);
      }
      if (value !== null) answered += 1;
      const block = Math.floor(j / ITEMS_A_BLOCK);
      codes[block] = codes[block]! * 3 + (value ?? MISSING);
    }
    if (answered === 0) return;
    const key = String.fromCharCode(...codes);
    const found = byKey.get(key);
    if (found) found.count += 1;
    else byKey.set(key, { count: 1, row });
  });

  const keys = [...byKey.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const patterns = keys.length;
  requireCount(patterns, 1, 'people who answered');
  const counts = new Float64Array(patterns);
  const answers = new Uint8Array(patterns * items);
  const answered = new Float64Array(items);
  const right = new Float64Array(items);
  let people = 0;
  let complete = true;
  keys.forEach((key, i) => {
    const { count, row } = byKey.get(key)!;
    counts[i] = count;
    people += count;
    for (let j = 0; j < items; j++) {
      const answer = row[j] ?? MISSING;
      answers[i * items + j] = answer;
      if (answer === MISSING) {
        complete = false;
        continue;
      }
      answered[j]! += count;
      right[j]! += count * answer;
    }
  });
  for (let j = 0; j < items; j++) {
    requireCount(answered[j]!, fewest, `answers to item ${j}`);
    if (right[j] === 0 || right[j] === answered[j]) {
      throw new RangeError(`item ${j} is constant: all ${right[j] === 0 ? 'wrong' : 'right'}`);
    }
  }
  const blocks = Array.from({ length: blockCount }, (_, g) => itemBlock(keys, answers, items, g));
  return { people, items, patterns, counts, answers, blocks, complete, answered, right };
}

function itemBlock(keys: string[], answers: Uint8Array, items: number, g: number): ItemBlock {
  const firstItem = g * ITEMS_A_BLOCK;
  const size = Math.min(ITEMS_A_BLOCK, items - firstItem);
  const ofPattern = new Uint8Array(keys.length);
  const places = new Map<number, number>();
  const distinctAnswers: number[] = [];
  keys.forEach((key, i) => {
    const code = key.charCodeAt(g);
    let place = places.get(code);
    if (place === undefined) {
      place = places.size;
      places.set(code, place);
      for (let j = 0; j < size; j++) distinctAnswers.push(answers[i * items + firstItem + j]!);
    }
    ofPattern[i] = place;
  });
  return {
    firstItem,
    items: size,
    answers: Uint8Array.from(distinctAnswers),
    distinct: places.size,
    ofPattern,
  };
}
