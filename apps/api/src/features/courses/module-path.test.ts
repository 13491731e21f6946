import { expect, test } from 'vitest';
import type { Catalogue } from '../../catalogue.ts';
import type { HistoryEntry } from '../attempts/learner-history.ts';
import { modulePath } from './module-path.ts';

const prerequisites: Record<string, string[]> = { base: [], a: ['base'], b: ['a'] };
const catalogue = {
  concepts: new Map(
    Object.entries(prerequisites).map(([id, before]) => [
      id,
      { id, title: { es: id, en: id }, prerequisites: before, courseId: 'c', moduleId: 'm' },
    ]),
  ),
} as unknown as Pick<Catalogue, 'concepts'>;
const entries = (count: number, fraction: number, confidence: number) =>
  Array.from({ length: count }, () => ({ concepts: ['a'], fraction, confidence }) as unknown as HistoryEntry);
const path = (abilities: Record<string, [ability: number, answers: number]>, history: HistoryEntry[] = []) =>
  modulePath(
    catalogue,
    { concepts: ['a', 'b'] },
    {
      history,
      estimates: new Map(
        Object.entries(abilities).map(([id, [ability, answers]]) => [id, { ability, answers }]),
      ),
    },
    'es',
  );

// The level is .25 + .75/(1 + e^−θ): by hand .5 at θ = −.693 and .8 at θ = 1.012.
test.each([
  ['nothing answered', {}, [], 'unknown'],
  ['two answers of a concept are too few', { a: [-3, 2] }, [], 'unknown'],
  ['below the stated level', { a: [-0.7, 3], b: [-0.7, 3] }, [], 'reinforcement'],
  ['in between', { a: [0.5, 5], b: [0.5, 5] }, [], 'between'],
  ['above it, and well calibrated', { a: [1.5, 9], b: [1.5, 9] }, entries(10, 1, 0.97), 'enrichment'],
  ['half of the concepts are enough', { a: [1.5, 9] }, entries(10, 1, 0.97), 'enrichment'],
  [
    'above it, but far more right than believed',
    { a: [1.5, 9], b: [1.5, 9] },
    entries(10, 1, 0.5),
    'between',
  ],
  ['above it, but surer than right', { a: [1.5, 9], b: [1.5, 9] }, entries(12, 0, 0.97), 'between'],
  [
    'above it, with too little data on calibration',
    { a: [1.5, 9], b: [1.5, 9] },
    entries(9, 1, 0.97),
    'between',
  ],
] as const)('%s', (_, abilities, history, kind) => {
  expect(path(abilities as Parameters<typeof path>[0], [...history]).kind).toBe(kind);
});

test('reinforcement begins with what a weak concept rests on, unless that is well known', () => {
  const firstOf = (abilities: Parameters<typeof path>[0]) => path(abilities).first.map(({ id }) => id);
  expect(firstOf({ a: [-2, 4], b: [-2, 4] })).toEqual(['base', 'a', 'b']);
  expect(firstOf({ base: [2, 5], a: [-2, 4] })).toEqual(['a']);
  expect(firstOf({ a: [2, 4], b: [-2, 4] })).toEqual(['b']);
});

test('it says the level and the bias that it rests on', () => {
  const { level, bias } = path({ a: [0, 4] }, entries(10, 1, 0.7));
  expect(level).toBeCloseTo(0.625, 9);
  expect(bias).toBeCloseTo(-0.3, 9);
});
