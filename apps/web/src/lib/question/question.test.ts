import { expect, test } from 'vitest';
import { readAnswer, verdictOf } from './question.ts';

const feedback = { option: 'a111', key: 'b222', reasons: {} };

test('wrong at 85 % or more is an espejismo; below, it is only wrong', () => {
  expect(verdictOf({ ...feedback, confidence: 3 })).toBe('espejismo');
  expect(verdictOf({ ...feedback, confidence: 2 })).toBe('wrong');
});

test('right and sure is told apart from right and unsure', () => {
  expect(verdictOf({ ...feedback, option: 'b222', confidence: 4 })).toBe('right');
  expect(verdictOf({ ...feedback, option: 'b222', confidence: 0 })).toBe('rightUnsure');
});

test('an answer without its confidence is no answer', () => {
  const form = new FormData();
  form.set('option', 'a111');
  expect(readAnswer(form)).toBeUndefined();
  form.set('confidence', '5');
  expect(readAnswer(form)).toBeUndefined();
  form.set('confidence', '0');
  expect(readAnswer(form)).toEqual({ option: 'a111', confidence: 0 });
});

test('part of the credit is said to who doubted; who was sure was still misled', () => {
  expect(verdictOf({ ...feedback, confidence: 1, partly: true })).toBe('partly');
  expect(verdictOf({ ...feedback, confidence: 4, partly: true })).toBe('espejismo');
});
