import { expect, test } from 'vitest';
import {
  casePath,
  chosenOptions,
  compare,
  decisionCount,
  expertPath,
  type Choice,
  type Stage,
  type Story,
} from './case-path.ts';
import { knownFacts, vitalsOf } from './known-facts.ts';

const option = (id: string, fraction: number, next: string) => ({
  id,
  text: id,
  fraction,
  reason: '',
  consequence: '',
  next,
});
const stage = (id: string, rest: Partial<Stage>): Stage => ({
  id,
  kind: 'course',
  title: id,
  narrative: '',
  ...rest,
});
const decision = (id: string, ...options: Choice[]) => ({
  id,
  concepts: ['c'],
  question: id,
  options,
});
const vital = (value: number) => ({
  group: 'examination' as const,
  label: 'Frecuencia cardiaca',
  value,
  unit: '1/min',
  reference: '60–100',
  vital: 'FC' as const,
});

/** Two decisions on the straight road; a wrong turn at the first adds a third. */
const story: Story = {
  start: 'arrival',
  stages: [
    stage('arrival', {
      facts: [vital(42), { group: 'tests', label: 'pH', value: 7.24, unit: '1' }],
      decision: decision(
        'd1',
        option('look', 1, 'treat'),
        option('wait', 0.25, 'waiting'),
        option('lost', 0, 'lost'),
      ),
    }),
    stage('waiting', { facts: [vital(38)], next: 'treat' }),
    stage('lost', { decision: decision('d-lost', option('back', 1, 'treat')) }),
    stage('treat', {
      decision: decision('d2', option('calcium', 1, 'debrief'), option('resin', 0, 'rebound')),
    }),
    stage('rebound', { next: 'debrief' }),
  ],
};
const after = (...chosen: [string, string][]) => casePath(story, new Map(chosen));
const shape = ({ legs }: ReturnType<typeof casePath>) =>
  legs.map(({ stages, decision: asked, chosen }) => [stages.map(({ id }) => id), asked?.id, chosen?.id]);

test('a case begins at its start and waits for the first decision', () => {
  const path = after();
  expect(shape(path)).toEqual([[['arrival'], 'd1', undefined]]);
  expect(path.finished).toBe(false);
});

test('each choice leads where it says, by way of what it causes', () => {
  expect(shape(after(['d1', 'wait']))).toEqual([
    [['arrival'], 'd1', 'wait'],
    [['waiting', 'treat'], 'd2', undefined],
  ]);
});

test('the same answers make the same path in whatever order they come', () => {
  expect(after(['d2', 'resin'], ['d1', 'look'])).toEqual(after(['d1', 'look'], ['d2', 'resin']));
});

test('the last choice may still have consequences before the debrief', () => {
  const path = after(['d1', 'look'], ['d2', 'resin']);
  expect(path.finished).toBe(true);
  expect(shape(path).at(-1)).toEqual([['rebound'], undefined, undefined]);
  expect(after(['d1', 'look'], ['d2', 'calcium']).legs).toHaveLength(2);
});

test('an answer to a decision that the path never meets changes nothing', () => {
  expect(shape(after(['d-lost', 'back']))).toEqual(shape(after()));
});

test('an option that a later version dropped leaves its decision open', () => {
  expect(shape(after(['d1', 'gone']))).toEqual([[['arrival'], 'd1', undefined]]);
});

test('a circle of stages ends', () => {
  const circle: Story = { start: 'a', stages: [stage('a', { next: 'b' }), stage('b', { next: 'a' })] };
  expect(casePath(circle, new Map()).finished).toBe(true);
});

test('decisions are counted along the road that is left, detours included', () => {
  expect(decisionCount(story, after())).toBe(2);
  expect(decisionCount(story, after(['d1', 'lost']))).toBe(3);
  expect(decisionCount(story, after(['d1', 'lost'], ['d-lost', 'back'], ['d2', 'calcium']))).toBe(3);
});

test('my choices stand beside the expert’s, also where only one of us had to choose', () => {
  const rows = compare(story, after(['d1', 'lost'], ['d-lost', 'back'], ['d2', 'calcium']));
  expect(rows.map(({ decision: { id }, mine, expert }) => [id, mine?.id, expert?.id])).toEqual([
    ['d1', 'lost', 'look'],
    ['d-lost', 'back', undefined],
    ['d2', 'calcium', 'calcium'],
  ]);
  expect(shape(expertPath(story)).map(([, , chosen]) => chosen)).toEqual(['look', 'calcium']);
});

test('what is known is the latest of each, and says what is new', () => {
  const { legs } = after(['d1', 'wait']);
  expect(vitalsOf(legs.slice(0, 1))).toEqual([{ sign: 'FC', value: '42', fresh: true }]);
  expect(vitalsOf(legs)).toEqual([{ sign: 'FC', value: '38', fresh: true }]);
  expect(knownFacts(legs).examination).toEqual([
    { label: 'Frecuencia cardiaca', value: '38/min', reference: '60–100', fresh: true },
  ]);
  expect(knownFacts(legs).tests).toEqual([{ label: 'pH', value: '7.24', fresh: false }]);
});

test('settings that decide lead where the model takes them, and nowhere while there is no model', () => {
  const goals = [{ reading: 'fillingMmHg', most: 12 }];
  const played: Story = {
    start: 'board',
    stages: [
      stage('board', {
        decision: {
          ...decision('d1', { ...option('dry', 1, 'debrief'), goals }, option('wet', 0, 'back')),
          challenge: { figure: 'heart', view: 'loop', from: {}, moves: ['preload'] },
        },
      }),
      stage('back', { next: 'debrief' }),
    ],
  };
  const solves = (asked: readonly unknown[], settings: string) =>
    asked.length === 0 || settings === 'preload=1455';
  const chosen = (settings: string, art = { d1: { solves } }) =>
    shape(casePath(played, chosenOptions(played, [['d1', settings]], art)));
  expect(chosen('preload=1455')).toEqual([[['board'], 'd1', 'dry']]);
  expect(chosen('preload=1785')).toEqual([
    [['board'], 'd1', 'wet'],
    [['back'], undefined, undefined],
  ]);
  expect(shape(casePath(played, chosenOptions(played, [['d1', 'preload=1455']], {})))).toEqual([
    [['board'], 'd1', undefined],
  ]);
});
