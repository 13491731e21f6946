import { expect, test } from 'vitest';
import { type Scorable, findAnswerProblem, scoreResponse } from './score-response.ts';

const options = ['a111', 'b222', 'c333', 'd444'].map((id) => ({ id }));
const single: Scorable = { kind: 'single-best-answer', key: 'b222', options };
const several: Scorable = { kind: 'multiple-response', key: ['a111', 'b222'], options };
const ordering: Scorable = { kind: 'ordering', key: ['b222', 'a111', 'd444', 'c333'], options };
const numeric: Scorable = { kind: 'numeric', key: 7.4, tolerance: 0.05 };
const decision: Scorable = {
  kind: 'case-decision',
  options: [
    { id: 'a111', fraction: 1 },
    { id: 'b222', fraction: 0.5 },
    { id: 'c333', fraction: 0 },
  ],
};

test('a single best answer earns all or nothing', () => {
  expect(scoreResponse(single, 'b222')).toBe(1);
  expect(scoreResponse(single, 'a111')).toBe(0);
});

test('a decision earns the fraction of its option', () => {
  expect(['a111', 'b222', 'c333'].map((id) => scoreResponse(decision, id))).toEqual([1, 0.5, 0]);
});

test('in multiple response a wrong choice takes back a right one, never below nothing', () => {
  expect(scoreResponse(several, ['b222', 'a111'])).toBe(1);
  expect(scoreResponse(several, ['a111'])).toBe(0.5);
  expect(scoreResponse(several, ['a111', 'b222', 'c333'])).toBe(0.5);
  expect(scoreResponse(several, ['c333', 'd444'])).toBe(0);
  expect(scoreResponse(several, [])).toBe(0);
});

test('an order is right as a whole', () => {
  expect(scoreResponse(ordering, ['b222', 'a111', 'd444', 'c333'])).toBe(1);
  expect(scoreResponse(ordering, ['a111', 'b222', 'd444', 'c333'])).toBe(0);
});

test('a number counts within its tolerance, with point or comma', () => {
  expect(['7.40', '7,40', '7.45', '7,35'].map((typed) => scoreResponse(numeric, typed))).toEqual([
    1, 1, 1, 1,
  ]);
  expect(scoreResponse(numeric, '7.46')).toBe(0);
});

test.each([
  ['an unknown option', single, 'z999', 'no option'],
  ['a list where one is meant', single, ['a111'], 'one option id'],
  ['one where a list is meant', several, 'a111', 'a list of option ids'],
  ['an option named twice', several, ['a111', 'a111'], 'once'],
  ['an order that lacks options', ordering, ['a111'], 'every option'],
  ['words where a number is meant', numeric, 'high', 'a number'],
])('%s is told and not scored', (_name, item, answer, words) => {
  expect(findAnswerProblem(item, answer)).toContain(words);
  expect(() => scoreResponse(item, answer)).toThrow(RangeError);
});

const challenge: Scorable = {
  kind: 'challenge',
  figure: 'heart',
  view: 'haemorrhage',
  from: { lost: 1800 },
  moves: ['volume', 'noradrenaline'],
  key: [
    { reading: 'meanMmHg', least: 65 },
    { reading: 'strokeVolumeMl', least: 35 },
  ],
};

test('a challenge is scored by the model: volume reaches both goals, noradrenaline the pressure alone', () => {
  expect(scoreResponse(challenge, 'volume=1200&noradrenaline=0&lost=1800')).toBe(1);
  expect(scoreResponse(challenge, 'volume=0&noradrenaline=70&lost=1800')).toBe(0);
  expect(
    scoreResponse({ ...challenge, key: [challenge.key[0]!] }, 'volume=0&noradrenaline=70&lost=1800'),
  ).toBe(1);
});

test.each([
  ['volume=1200&lost=1800', /noradrenaline is not set/],
  ['volume=9000&noradrenaline=0&lost=1800', /volume: above/],
  ['volume=much&noradrenaline=0&lost=1800', /volume: not a number/],
  ['volume=0&noradrenaline=0&lost=0', /lost may not be moved/],
  ['volume=0&noradrenaline=0&lost=1800&prayer=1', /prayer: unknown/],
])('%s is no answer to the challenge', (text, message) => {
  expect(findAnswerProblem(challenge, text)).toMatch(message);
  expect(findAnswerProblem(challenge, [text])).toMatch(/one text/);
});

test('a place in a drawing is scored as the option that it is', () => {
  const pick: Scorable = { kind: 'pick-on-a-figure', key: 'a111', options: [{ id: 'a111' }, { id: 'b222' }] };
  expect(scoreResponse(pick, 'a111')).toBe(1);
  expect(scoreResponse(pick, 'b222')).toBe(0);
  expect(findAnswerProblem(pick, 'c333')).toMatch(/no option/);
});

const played: Scorable = {
  kind: 'case-decision',
  challenge: { figure: 'resting-potential', view: 'rest', from: { potassium: 7.1 }, moves: ['potassium'] },
  options: [
    { id: 'a111', fraction: 1, goals: [{ reading: 'restMillivolts', least: -90, most: -84 }] },
    { id: 'b222', fraction: 0.25, goals: [{ reading: 'restMillivolts', most: -84 }] },
    { id: 'c333', fraction: 0 },
  ],
};

test('a decision that a model makes earns the fraction of the first outcome whose goals it meets', () => {
  const answer = (potassium: number) => `potassium=${potassium}&calcium=1.2&leak=0.01`;
  expect([4, 3, 9].map((potassium) => scoreResponse(played, answer(potassium)))).toEqual([1, 0.25, 0]);
  expect(findAnswerProblem(played, 'a111')).toContain('not set');
  expect(findAnswerProblem(played, 'potassium=4&calcium=2&leak=0.01')).toContain('calcium may not be moved');
});
