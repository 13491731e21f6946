import { fileURLToPath } from 'node:url';
import { loadContent, readDirectory } from '@puente/content/server';
import { correlation, mean, standardDeviation } from '@puente/measurement';
import { confidenceProbabilities } from '@puente/schemas';
import { expect, test } from 'vitest';
import { createCatalogue } from '../catalogue.ts';
import {
  difficulty,
  discrimination,
  drawAnswer,
  drawStudent,
  expectedAnswer,
  growth,
  itemTruth,
  mirage,
  styles,
  type Asked,
  type Student,
} from './truth.ts';

const catalogue = createCatalogue(
  loadContent(readDirectory(fileURLToPath(new URL('../../../../content', import.meta.url)))),
);
/** What the section is asked: items of another kind it never meets. */
const items = [...catalogue.items.values()].filter(
  ({ kind }) => kind === 'single-best-answer' || kind === 'case-decision',
);
const item = (id: string) => catalogue.items.get(id)!;
const seed = 'test';

const somebody: Student = {
  code: 'X',
  ability: 0.2,
  growth: 0.8,
  style: 'honest',
  mirage: 'none',
  rapidShare: 0,
  pace: 1,
};
const many = 4000;

const cases: [string, Partial<Student>, Omit<Asked, 'student'>][] = [
  [
    'an honest student at the opening',
    {},
    { item: item('phys-p1-a-01'), moment: 'opening', met: 0, explained: false },
  ],
  [
    'an overconfident one at the closing',
    { style: 'overconfident' },
    { item: item('phys-p1-b-05'), moment: 'closing', met: 0, explained: false },
  ],
  [
    'an underconfident one in practice, for the second time',
    { style: 'underconfident' },
    { item: item('phys-mp-rest-2'), moment: 'practice', met: 1, explained: false },
  ],
  [
    'one who always says 70 %',
    { style: 'always70' },
    { item: item('phys-p1-s-04'), moment: 'selection', met: 0, explained: true },
  ],
  [
    'one who guesses rapidly',
    { rapidShare: 0.35 },
    { item: item('phys-p1-a-12'), moment: 'closing', met: 0, explained: false },
  ],
  [
    'one who holds the mirage',
    { mirage: 'lasting' },
    { item: item('phys-mp-krest-1'), moment: 'practice', met: 0, explained: true },
  ],
  [
    'one whose mirage was lifted',
    { mirage: 'lifted' },
    { item: item('phys-mp-krest-3'), moment: 'practice', met: 0, explained: true },
  ],
];

test.each(cases)('%s answers as often right, and as surely, as the model expects', (_, traits, asking) => {
  const asked: Asked = { student: { ...somebody, ...traits }, ...asking };
  const drawn = Array.from({ length: many }, (_, occasion) => drawAnswer(seed, `${occasion}`, asked));
  expectedAnswer(seed, asked).levels.forEach(({ stated, right }, level) => {
    const at = drawn.filter((answer) => answer.level === level);
    // Four standard errors, and a little for shares near 0 and 1.
    const near = (share: number) => 4 * Math.sqrt((share * (1 - share)) / many) + 0.002;
    expect(Math.abs(at.length / many - stated)).toBeLessThan(near(stated));
    expect(Math.abs(at.filter((answer) => answer.right).length / many - right)).toBeLessThan(near(right));
  });
});

test('without a signal a right answer comes as often as the 2PL says', () => {
  const asked: Asked = {
    student: somebody,
    item: item('phys-p1-a-01'),
    moment: 'opening',
    met: 0,
    explained: false,
  };
  const { a, b } = itemTruth(seed, asked.item);
  const right = expectedAnswer(seed, asked).levels.reduce((sum, level) => sum + level.right, 0);
  expect(right).toBeCloseTo(1 / (1 + Math.exp(-a * (somebody.ability - b))), 10);
});

test('honest people are calibrated, button by button, and the others are not', () => {
  // Every third one: the rule is the same for all.
  const gain = items
    .filter((candidate) => 'use' in candidate && candidate.use === 'gain')
    .filter((_, index) => index % 3 === 0);
  const rightShares = (style: Student['style']): number[] => {
    const forms = Array.from({ length: 40 }, (_, index) => ({
      ...somebody,
      style,
      ability: -1.95 + index * 0.1,
    })).flatMap((student) =>
      gain.map(
        (item) => expectedAnswer(seed, { student, item, moment: 'opening', met: 0, explained: false }).levels,
      ),
    );
    const sum = (level: number, of: 'stated' | 'right') =>
      forms.reduce((total, levels) => total + levels[level]![of], 0);
    return [1, 2, 3, 4].map((level) => sum(level, 'right') / sum(level, 'stated'));
  };
  // A button stands for a range of what people feel: its number is not the middle of it.
  const tolerance = 0.05;
  rightShares('honest').forEach((share, index) =>
    expect(Math.abs(share - confidenceProbabilities[index + 1]!)).toBeLessThan(tolerance),
  );
  rightShares('overconfident').forEach((share, index) =>
    expect(share).toBeLessThan(confidenceProbabilities[index + 1]!),
  );
  expect(
    rightShares('underconfident')
      .slice(0, 3)
      .every((share, index) => share > confidenceProbabilities[index + 1]! + tolerance),
  ).toBe(true);
});

test('students are drawn from the stated populations', () => {
  const students = Array.from({ length: 4000 }, (_, index) => drawStudent(seed, `S${index}`));
  const abilities = students.map((student) => student.ability);
  const gained = students.map((student) => student.growth);
  expect(mean(abilities)).toBeCloseTo(0, 1);
  expect(standardDeviation(abilities)).toBeCloseTo(1, 1);
  expect(mean(gained)).toBeCloseTo(growth.mean, 1);
  expect(standardDeviation(gained)).toBeCloseTo(growth.sd, 1);
  expect(Math.abs(correlation(abilities, gained))).toBeLessThan(0.05);
  const share = (holds: (student: Student) => boolean) => students.filter(holds).length / students.length;
  for (const [style, { share: stated }] of Object.entries(styles))
    expect(share((s) => s.style === style)).toBeCloseTo(stated, 1);
  expect(share((s) => s.mirage === 'lasting')).toBeCloseTo(mirage.lasting, 1);
});

test('every item has a difficulty and a discrimination in the stated ranges, and a wrong option that tempts most', () => {
  for (const candidate of items) {
    const truth = itemTruth(seed, candidate);
    expect(truth.a).toBeGreaterThanOrEqual(discrimination.from);
    expect(truth.a).toBeLessThanOrEqual(discrimination.to);
    expect(truth.b).toBeGreaterThanOrEqual(
      difficulty.level.recall + difficulty.use.practice - difficulty.spread,
    );
    expect(truth.b).toBeLessThanOrEqual(difficulty.level.analyse + difficulty.use.sealed + difficulty.spread);
    expect(truth.dominant).not.toBe(truth.right);
  }
});

test('the same seed gives the same answer, another seed or occasion another draw', () => {
  const asked: Asked = {
    student: somebody,
    item: item('phys-p1-a-01'),
    moment: 'opening',
    met: 0,
    explained: false,
  };
  expect(drawAnswer(seed, 'opening', asked)).toEqual(drawAnswer(seed, 'opening', asked));
  expect(drawAnswer(seed, 'closing', asked).seconds).not.toBe(drawAnswer(seed, 'opening', asked).seconds);
  expect(drawAnswer('other', 'opening', asked).seconds).not.toBe(drawAnswer(seed, 'opening', asked).seconds);
});
