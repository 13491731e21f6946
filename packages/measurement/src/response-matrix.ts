import { requireCount } from './requirements.ts';

/** Persons in rows, items in columns; null marks a missing response. */
export type ResponseMatrix = readonly (readonly (number | null)[])[];

/** The matrix in one block, row by row; NaN marks a missing response. */
export interface DenseMatrix {
  people: number;
  items: number;
  values: Float64Array;
}

/**
 * Copies a matrix into one block and refuses what no statistic can use.
 *
 * Errors: RangeError if empty, with rows of unequal length, or with values other than finite
 * numbers and null.
 */
export function denseMatrix(matrix: ResponseMatrix): DenseMatrix {
  requireCount(matrix.length, 1, 'people');
  const people = matrix.length;
  const items = matrix[0]!.length;
  requireCount(items, 1, 'items');
  const values = new Float64Array(people * items);
  let at = 0;
  for (let i = 0; i < people; i++) {
    const row = matrix[i]!;
    if (row.length !== items) {
      throw new RangeError(`row ${i} has ${row.length} items, the first row ${items}`);
    }
    for (let j = 0; j < items; j++) {
      const value = row[j];
      if (value === null) {
        values[at] = NaN;
      } else if (typeof value === 'number' && value - value === 0) {
        values[at] = value;
      } else {
        throw new RangeError(`row ${i}, item ${j} is neither a finite number nor null: ${value}`);
      }
      at += 1;
    }
  }
  return { people, items, values };
}

/** The people who answered everything, as a dense matrix of their own. */
export function completeRows(matrix: DenseMatrix): DenseMatrix {
  const { people, items, values } = matrix;
  const kept = new Float64Array(values.length);
  let rows = 0;
  for (let i = 0; i < people; i++) {
    const start = i * items;
    const target = rows * items;
    let complete = true;
    for (let j = 0; j < items; j++) {
      const value = values[start + j]!;
      if (value !== value) {
        complete = false;
        break;
      }
      kept[target + j] = value;
    }
    if (complete) rows += 1;
  }
  return { people: rows, items, values: kept.subarray(0, rows * items) };
}

/**
 * Items that everybody who met them answered alike, as column indices.
 *
 * Such an item says nothing about people, and most statistics refuse it: take it out first.
 * Rule: a column is constant where it holds one value, missing responses aside. Shapes: person ×
 * item matrix; places of columns, ascending. Units: none. Range: from 0 to the number of items,
 * less 1.
 * Errors: RangeError as `denseMatrix`.
 * Source: definition.
 */
export function constantColumns(matrix: ResponseMatrix): number[] {
  const { people, items, values } = denseMatrix(matrix);
  const constant: number[] = [];
  for (let j = 0; j < items; j++) {
    let first = NaN;
    let varies = false;
    for (let i = 0; i < people && !varies; i++) {
      const value = values[i * items + j]!;
      if (value !== value) continue;
      if (first !== first) first = value;
      else varies = value !== first;
    }
    if (!varies) constant.push(j);
  }
  return constant;
}
