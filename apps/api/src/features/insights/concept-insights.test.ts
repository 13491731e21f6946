import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadContent, readDirectory } from '@puente/content/server';
import { createCatalogue } from '../../catalogue.ts';
import { conceptInsights as conceptsOf } from './concept-insights.ts';
import { headlineOf as headlineOfTally, isQuantity } from './headline.ts';
import type { SectionAnswer } from './list-section-answers.ts';
import { optionOf } from './recorded.testing.ts';
import { addLearners, emptyTally } from './section-tally.ts';

const catalogue = createCatalogue(
  loadContent(readDirectory(fileURLToPath(new URL('../../../../../content', import.meta.url)))),
);
const course = catalogue.getCourse('physiology');
const { practice } = catalogue.modules.get('membrane-potential')!;
const [first] = practice;
const concept = first!.concepts[0]!;
const sibling = practice.find((item) => item.id !== first!.id && item.concepts.includes(concept))!;
const stranger = practice.find((item) => !item.concepts.includes(concept))!;

const answer = (item: { id: string }, right: boolean, confidenceLevel: number, nth = 0): SectionAnswer => ({
  itemId: item.id,
  item: catalogue.items.get(item.id)!,
  choice: optionOf(catalogue, item.id, right, nth),
  confidenceLevel,
  fraction: right ? 1 : 0,
});
const times = (count: number, answers: SectionAnswer[]) => Array.from({ length: count }, () => answers);
const tallyOf = (section: SectionAnswer[][]) => addLearners(emptyTally(), section);
const conceptInsights = (section: SectionAnswer[][]) => conceptsOf(tallyOf(section), course, catalogue);
const headlineOf = (section: SectionAnswer[][]) => headlineOfTally(tallyOf(section), catalogue);
const insightOf = (section: SectionAnswer[][], id = concept) =>
  conceptInsights(section).find((entry) => entry.conceptId === id)!;

test.each([
  ['sure and wrong', [answer(first!, false, 4)], 1],
  ['sure at 85 %, and wrong', [answer(first!, false, 3)], 1],
  ['wrong at 70 %', [answer(first!, false, 2)], 0],
  ['sure and right', [answer(first!, true, 4)], 0],
  ['wrong, then the same item right', [answer(first!, false, 4), answer(first!, true, 4)], 1],
  ['wrong, then another item of the concept right', [answer(first!, false, 4), answer(sibling, true, 1)], 0],
  ['right on another item before', [answer(sibling, true, 4), answer(first!, false, 4)], 1],
])('whether an espejismo waits: %s', (_, answers, waiting) => {
  expect(insightOf([answers as SectionAnswer[]]).sureAndWrongLearners).toBe(waiting);
});

test('shares need ten learners, and ten responses', () => {
  const nine = insightOf(times(9, [answer(first!, false, 4)]));
  expect(nine).toMatchObject({
    learners: 9,
    responses: 9,
    sureAndWrongLearners: 9,
    sureAndWrongShare: null,
    interval: null,
    rightShare: null,
  });
  const ten = insightOf([...times(4, [answer(first!, false, 4)]), ...times(6, [answer(first!, true, 4)])]);
  // Wilson, 4 of 10: (.4 + z²/20 ± z√(.024 + z²/400))/(1 + z²/10)
  expect(ten).toMatchObject({
    learners: 10,
    sureAndWrongShare: 0.4,
    rightShare: 0.6,
    interval: [expect.closeTo(0.1682, 4), expect.closeTo(0.6873, 4)],
  });
});

test('the concept that most people hold wrongly comes first, and too little data last', () => {
  const section = [...times(12, [answer(first!, false, 4)]), ...times(20, [answer(stranger, true, 4)])];
  const listed = conceptInsights(section);
  expect(listed[0]!.conceptId).toBe(concept);
  expect(listed[1]!.conceptId).toBe(stranger.concepts[0]);
  expect(listed.slice(2).every((entry) => entry.learners === 0)).toBe(true);
  const few = conceptInsights([
    ...times(3, [answer(first!, false, 4)]),
    ...times(20, [answer(stranger, true, 4)]),
  ]);
  expect(few[0]!.conceptId).toBe(stranger.concepts[0]);
});

test('the headline goes by the latest answer of each person, and needs ten people', () => {
  const wrong = (nth: number) => answer(first!, false, 4, nth);
  expect(headlineOf(times(9, [wrong(0)]))).toBeNull();
  const section = [
    ...times(5, [wrong(0)]),
    ...times(6, [wrong(1), wrong(0), wrong(1)]),
    ...times(4, [wrong(0), answer(first!, true, 4)]),
  ];
  expect(headlineOf(section)).toMatchObject({
    itemId: first!.id,
    conceptId: concept,
    sureAndWrong: 6,
    of: 15,
  });
});

test('no assessment item makes a headline', () => {
  const assessed = course.assessment.items[0]!;
  expect(headlineOf(times(30, [answer(assessed, false, 4)]))).toBeNull();
});

test.each([
  ['−75 mV', true],
  ['5.5 mmol/L', true],
  ['12', true],
  ['Unos 70 mV', true],
  ['It rises by 10 mV', false],
  ['De 4 a 9 mmol/L', true],
  ['Hiperpolariza la membrana', false],
  ['Sube 10 mV y la célula dispara antes', false],
  ['', false],
])('whether «%s» is a bare quantity: %s', (text, expected) => {
  expect(isQuantity(text)).toBe(expected);
});
