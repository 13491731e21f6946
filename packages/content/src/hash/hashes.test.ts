import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { DecisionFile } from '../schemas/case.ts';
import type { ItemFile } from '../schemas/item.ts';
import { canonicalContent, contentHash } from './content-hash.ts';
import { scoringHash } from './scoring-hash.ts';

type SingleBestAnswer = Extract<ItemFile, { kind: 'single-best-answer' }>;

const both = (text: string) => ({ es: `${text} (es)`, en: `${text} (en)` });
const option = (id: string) => ({ id, text: both(id), reason: both(`because ${id}`) });

const item: SingleBestAnswer = {
  id: 'salt-1',
  kind: 'single-best-answer',
  use: 'practice',
  concepts: ['osmosis'],
  objective: 'explain',
  level: 'apply',
  stem: both('stem'),
  question: both('question'),
  key: 'a111',
  options: [option('a111'), option('b222'), option('c333')],
  source: 'book',
};
const gain: SingleBestAnswer = { ...item, use: 'gain' };

const numeric: ItemFile = {
  id: 'salt-2',
  kind: 'numeric',
  use: 'practice',
  concepts: ['osmosis'],
  objective: 'explain',
  level: 'apply',
  stem: both('stem'),
  question: both('question'),
  key: 7.4,
  tolerance: 0.05,
  unit: '1',
  reason: both('reason'),
  source: 'book',
};

const decision: DecisionFile = {
  id: 'case-d1',
  concepts: ['osmosis'],
  question: both('what now'),
  options: [
    { ...option('a111'), fraction: 1, consequence: both('better'), next: 'debrief' },
    { ...option('b222'), fraction: 0, consequence: both('worse'), next: 'debrief' },
  ],
};

function withText(base: SingleBestAnswer, text: string): SingleBestAnswer {
  const [first, ...rest] = base.options;
  return { ...base, options: [{ ...first!, text: both(text) }, ...rest] };
}

function withReason(base: SingleBestAnswer, text: string): SingleBestAnswer {
  const [first, ...rest] = base.options;
  return { ...base, options: [{ ...first!, reason: both(text) }, ...rest] };
}

test('a content hash is the SHA-256 of the canonical JSON of what is shown', () => {
  const canonical = canonicalContent(gain);
  expect(contentHash(gain)).toBe(createHash('sha256').update(canonical).digest('hex'));
  expect(JSON.parse(canonical)).toEqual({
    id: 'salt-1',
    kind: 'single-best-answer',
    stem: both('stem'),
    question: both('question'),
    options: ['a111', 'b222', 'c333'].map((id) => ({ id, text: both(id) })),
  });
});

test('canonical JSON has its keys in order and no spaces', () => {
  expect(canonicalContent(gain).startsWith('{"id":"salt-1","kind":"single-best-answer"')).toBe(true);
});

test('a mended typo changes the content hash and leaves the scoring hash', () => {
  const mended = withText(item, 'mended');
  expect(contentHash(mended)).not.toBe(contentHash(item));
  expect(scoringHash(mended)).toBe(scoringHash(item));
});

test('a corrected key changes the scoring hash and leaves the content hash', () => {
  const corrected = { ...item, key: 'b222' };
  expect(scoringHash(corrected)).not.toBe(scoringHash(item));
  expect(contentHash(corrected)).toBe(contentHash(item));
});

test('a reason belongs to the content of practice, which shows it, and not of assessment', () => {
  expect(contentHash(withReason(item, 'clearer'))).not.toBe(contentHash(item));
  expect(contentHash(withReason(gain, 'clearer'))).toBe(contentHash(gain));
});

test('what only authors use changes neither hash', () => {
  const filed = {
    ...item,
    source: { id: 'scroll', place: 'p. 3' },
    level: 'recall' as const,
    objective: 'predict',
    concepts: ['volume'],
  };
  expect(contentHash(filed)).toBe(contentHash(item));
  expect(scoringHash(filed)).toBe(scoringHash(item));
});

test('the order of the options in the file changes neither hash', () => {
  const turned = { ...item, options: [...item.options].reverse() };
  expect(contentHash(turned)).toBe(contentHash(item));
  expect(scoringHash(turned)).toBe(scoringHash(item));
});

test('an option that goes changes both hashes', () => {
  const fewer = { ...item, options: item.options.slice(0, 2) };
  expect(contentHash(fewer)).not.toBe(contentHash(item));
  expect(scoringHash(fewer)).not.toBe(scoringHash(item));
});

test('key, tolerance and unit of a numeric item are scored', () => {
  for (const change of [{ key: 7.3 }, { tolerance: 0.1 }, { unit: 'mmol/L' }]) {
    expect(scoringHash({ ...numeric, ...change })).not.toBe(scoringHash(numeric));
  }
});

test('the right options of a multiple response have no order, those of an ordering have', () => {
  const several = (key: string[]): ItemFile => ({ ...item, kind: 'multiple-response', key });
  const ordering = (key: string[]): ItemFile => ({ ...item, kind: 'ordering', key });
  expect(scoringHash(several(['a111', 'b222']))).toBe(scoringHash(several(['b222', 'a111'])));
  expect(scoringHash(ordering(['a111', 'b222', 'c333']))).not.toBe(
    scoringHash(ordering(['b222', 'a111', 'c333'])),
  );
});

test('a decision is hashed like an item, its credit in the scoring hash', () => {
  const [best, worst] = decision.options;
  const kinder = { ...decision, options: [best!, { ...worst!, fraction: 0.25 }] };
  const clearer = { ...decision, options: [best!, { ...worst!, consequence: both('dies') }] };
  expect(scoringHash(kinder)).not.toBe(scoringHash(decision));
  expect(contentHash(kinder)).toBe(contentHash(decision));
  expect(contentHash(clearer)).not.toBe(contentHash(decision));
  expect(scoringHash(clearer)).toBe(scoringHash(decision));
});

test('what a decision plays with is shown, what it may come to is scored', () => {
  const challenge = { figure: 'heart', view: 'loop', from: { preload: 1785 }, moves: ['preload'] };
  const [best, worst] = decision.options;
  const goals = [{ reading: 'fillingMmHg', most: 12 }];
  const played: DecisionFile = { ...decision, challenge, options: [{ ...best!, goals }, worst!] };
  const elsewhere = { ...played, challenge: { ...challenge, from: { preload: 1455 } } };
  const stricter = { ...played, options: [{ ...best!, goals: [{ ...goals[0]!, most: 10 }] }, worst!] };
  expect(contentHash(played)).not.toBe(contentHash(decision));
  expect(contentHash(elsewhere)).not.toBe(contentHash(played));
  expect(scoringHash(elsewhere)).not.toBe(scoringHash(played));
  expect(contentHash(stricter)).toBe(contentHash(played));
  expect(scoringHash(stricter)).not.toBe(scoringHash(played));
});
