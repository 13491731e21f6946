import { expect, test } from 'vitest';
import { endSentence, summarise, type AnswerSummary } from './summary.ts';

const probabilities = [0.25, 0.5, 0.7, 0.85, 0.97];
const answers = (...given: [level: number, right: boolean][]): AnswerSummary[] =>
  given.map(([confidenceLevel, right]) => ({
    confidenceLevel,
    confidence: probabilities[confidenceLevel]!,
    right,
  }));
const times = (count: number, level: number, right: boolean) =>
  answers(...Array.from({ length: count }, () => [level, right] as [number, boolean]));

test('what was expected is the sum of the confidences', () => {
  const summary = summarise(answers([4, true], [3, false], [2, true], [1, false], [0, false]));
  expect(summary).toMatchObject({ answered: 5, right: 2, sure: { said: 2, right: 1 } });
  expect(summary.expected).toBeCloseTo(3.27);
});

test.for<[string, AnswerSummary[]]>([
  ['few', times(4, 4, false)],
  ['close', [...times(7, 2, true), ...times(3, 2, false)]],
  ['close', [...times(6, 2, true), ...times(4, 2, false)]],
  ['over', [...times(5, 3, true), ...times(5, 3, false)]],
  ['under', times(8, 1, true)],
])('the confidence is judged %s', ([judgement, given]) => {
  expect(summarise(given).judgement).toBe(judgement);
});

test('the sentence names what was expected beside what was right', () => {
  const sentence = endSentence(summarise([...times(6, 3, true), ...times(6, 3, false)]), 'es');
  expect(sentence).toBe(
    'Por tu confianza esperabas acertar unas 10 de 12; acertaste 6. Aquí dudar un poco más te ayuda. Cuando casi no dudaste, acertaste 6 de 12.',
  );
});

test('three answers judge nobody', () => {
  expect(endSentence(summarise(times(3, 4, false)), 'en')).toBe(
    'You got 0 of 3 right. With so few, nothing can be said of your confidence yet.',
  );
});

test('a single sure answer is told in words', () => {
  const one = [...times(5, 1, true), ...answers([4, false])];
  expect(endSentence(summarise(one), 'es')).toContain('Una vez casi no dudaste, y no era.');
});
