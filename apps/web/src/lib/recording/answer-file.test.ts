import { expect, test } from 'vitest';
import { AnswerFile, type ResponseInput } from '@puente/schemas';
import { answerFiles } from './answer-file.ts';
import type { KeptAnswer } from './outbox-store.ts';

const account = '0198f000-0000-7000-8000-000000000001';
const savedAt = new Date('2026-11-21T23:40:00Z');
const kept = (id: string, state: KeptAnswer['state']) =>
  ({ account, id, state, response: { id } as ResponseInput }) as KeptAnswer;

test('the file holds what has no receipt and what was refused, in the form that staff upload', () => {
  const [file, ...more] = answerFiles(
    account,
    [kept('a', 'waiting'), kept('b', 'recorded'), kept('c', 'refused'), kept('d', 'set_aside')],
    savedAt,
  );
  const read = AnswerFile.parse(JSON.parse(file!.text));
  expect(read.responses).toEqual([{ id: 'a' }, { id: 'c' }]);
  expect([file!.name, more]).toEqual(['puente-respuestas-2026-11-21T2340.json', []]);
});

test('no file is larger than one that can be uploaded, and nothing gives no file', () => {
  const many = Array.from({ length: 4001 }, (_, index) => kept(String(index), 'waiting'));
  expect(answerFiles(account, many, savedAt).map(({ text }) => JSON.parse(text).responses.length)).toEqual([
    2000, 2000, 1,
  ]);
  expect(answerFiles(account, [], savedAt)).toEqual([]);
});
