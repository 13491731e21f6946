import { expect, test } from 'vitest';
import { checkContent } from '../check-content.ts';
import { memoryReader } from '../reader.ts';
import { expectOnly, plant, planted } from '../testing/plant.ts';

const file = 'tiny/salt/practice.yaml';
const often = planted(file, 'es: Baja', 'es: Baja a menudo', 'practice-1');
const answer = (warning: string) => `source: book\n    answers: [{ warning: ${warning}, why: A reason. }]`;

test('a warning that stays is answered beside what it says, and goes to no student', () => {
  const files = plant(often, file, 'source: book', answer('absolute-word'), 'practice-1');
  const { problems, answered, answers, courses } = checkContent(memoryReader(files));
  expect(problems).toEqual([]);
  expect(answered.map(({ code, field }) => [code, field])).toEqual([
    ['absolute-word', 'items[0].options[1].text.es'],
  ]);
  expect(JSON.stringify(courses)).not.toContain('A reason.');
  expect(structuredClone(answers)).toHaveLength(1);
});

test('an answer beside another item answers nothing, and is refused', () => {
  const files = plant(often, file, 'source: book', answer('absolute-word'), 'practice-2');
  expectOnly(
    files,
    {
      severity: 'warning',
      code: 'absolute-word',
      file,
      field: 'items[0].options[1].text.es',
      at: 'es: Baja a menudo',
    },
    {
      code: 'answer-without-warning',
      file,
      field: 'items[1].answers[0]',
      at: 'answers:',
      after: 'practice-2',
    },
  );
});

test('an answer to no warning, and one that gives no reason, are refused', () => {
  const idle = planted(file, 'source: book', answer('wordy'), 'practice-1');
  expectOnly(idle, { code: 'answer-without-warning', file, field: 'items[0].answers[0]', at: 'answers:' });
  const mute = planted(file, 'source: book', answer('wordy').replace(', why: A reason.', ''), 'practice-1');
  expectOnly(mute, { code: 'missing-field', file, field: 'items[0].answers[0].why', at: 'answers:' });
  const unknown = planted(file, 'source: book', answer('too-hard'), 'practice-1');
  expectOnly(unknown, { code: 'unknown-value', file, field: 'items[0].answers[0].warning', at: 'answers:' });
});

test('lesson.yaml answers for the prose beside it', () => {
  const lesson = 'tiny/salt/lessons/salt-water/lesson';
  const short = planted(`${lesson}.en.svx`, '## 2', `## 2 ${'water '.repeat(300)}`);
  const yaml = `${lesson}.yaml`;
  const answered = {
    ...short,
    [yaml]: `${short[yaml]!}answers: [{ warning: lesson-length, why: It is two. }]\n`,
  };
  expectOnly(answered);
});
