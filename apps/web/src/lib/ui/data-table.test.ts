import { expect, test } from 'vitest';
import { filterRows, sortRows, tabSeparated, type Column } from './data-table.ts';

interface Person {
  name: string;
  score: number | null;
}

const name: Column<Person> = { id: 'name', title: 'Nombre', value: (row) => row.name };
const score: Column<Person> = { id: 'score', title: 'Nota', value: (row) => row.score };
const rows: Person[] = [
  { name: 'Ñahui', score: 12 },
  { name: 'Álvarez', score: null },
  { name: 'Nina 10', score: 7 },
  { name: 'Nina 9', score: 18 },
];

test('names sort as in Spanish, numbers inside them by size', () => {
  const sorted = sortRows(rows, name, { column: 'name', direction: 'ascending' });
  expect(sorted.map((row) => row.name)).toEqual(['Álvarez', 'Nina 9', 'Nina 10', 'Ñahui']);
});

test('empty cells stay last in both directions', () => {
  for (const direction of ['ascending', 'descending'] as const) {
    expect(sortRows(rows, score, { column: 'score', direction }).at(-1)?.score).toBeNull();
  }
});

test('a search ignores accents and capitals, and wants every word', () => {
  expect(filterRows(rows, [name, score], 'ALVAREZ')).toHaveLength(1);
  expect(filterRows(rows, [name, score], 'nina 18')).toEqual([rows[3]]);
});

test('what is copied keeps its columns', () => {
  expect(tabSeparated([{ name: 'A\tB', score: null }], [name, score])).toBe('Nombre\tNota\nA B\t');
});
