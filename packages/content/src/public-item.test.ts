import { expect, test } from 'vitest';
import { listAnswerables } from './answerables.ts';
import { loadContent } from './load/load-content.ts';
import { publicItem } from './public-item.ts';
import { memoryReader } from './reader.ts';
import { cleanCourse } from './testing/clean-course.ts';

const all = listAnswerables(loadContent(memoryReader(cleanCourse())));
const named = (id: string) => all.find((answerable) => answerable.id === id)!;

test('a public item is what is asked, in one language', () => {
  const item = publicItem(named('gain-1'), 'en');
  expect(item).toEqual({
    id: 'gain-1',
    contentHash: named('gain-1').contentHash,
    kind: 'single-best-answer',
    stem: 'Situation gain-1.',
    question: 'What happens?',
    options: [
      { id: 'k3f9', text: 'It rises' },
      { id: 't81x', text: 'It falls' },
      { id: 'w2m4', text: 'It swings' },
      { id: 'z9q1', text: 'It stays' },
    ],
  });
});

test('no public item holds a key, a reason, a misconception, credit or a consequence', () => {
  for (const answerable of all) {
    for (const language of ['es', 'en'] as const) {
      const item = publicItem(answerable, language);
      expect(Object.keys(item).sort()).toEqual(
        ['contentHash', 'id', 'kind', 'options', 'question', 'stem'].sort(),
      );
      for (const option of item.options) expect(Object.keys(option)).toEqual(['id', 'text']);
    }
  }
});

test('options come in the order that is asked for, and only those of the item', () => {
  const order = ['z9q1', 'k3f9', 'w2m4', 't81x'];
  expect(publicItem(named('gain-1'), 'es', order).options.map(({ id }) => id)).toEqual(order);
  expect(() => publicItem(named('gain-1'), 'es', ['q7q7'])).toThrow(/no option "q7q7"/);
});

test('a decision is asked like an item', () => {
  expect(publicItem(named('tiny-case-d1'), 'es')).toMatchObject({
    kind: 'case-decision',
    question: '¿Qué haces?',
    options: [
      { id: 'h2k8', text: 'Lo mejor' },
      { id: 'j5n2', text: 'Lo peor' },
    ],
  });
});
