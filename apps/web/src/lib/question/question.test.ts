import { expect, test } from 'vitest';
import { meetsNumber } from './number-answer.ts';
import { answerOf, feedbackOf, readAnswer, shownAnswers, verdictOf } from './question.ts';

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

const options = ['a111', 'b222', 'c333'].map((id) => ({ id, text: `Option ${id}` }));
const reasons = { a111: 'first', b222: 'second', c333: 'third' };
const ordering = { id: 'one', stem: '', question: 'Order them.', kind: 'ordering', options };

test('an order is read as it stands, or by the places that a form without a script gives', () => {
  const form = new FormData();
  form.set('confidence', '2');
  for (const { id } of options) form.append('option', id);
  expect(readAnswer(form)?.option).toBe('a111,b222,c333');
  for (const place of ['3', '1', '2']) form.append('place', place);
  expect(readAnswer(form)?.option).toBe('b222,c333,a111');
  form.delete('place');
  for (const place of ['3', '1', '1']) form.append('place', place);
  expect(readAnswer(form)).toBeUndefined();
});

test('several options are recorded as a list, one and a number as they are', () => {
  expect(answerOf({ kind: 'ordering' }, 'b222,a111')).toEqual(['b222', 'a111']);
  expect(answerOf({ kind: 'multiple-response' }, 'b222')).toEqual(['b222']);
  expect(answerOf({ kind: 'numeric' }, '7,4')).toBe('7,4');
});

test('a number is right within its tolerance, with a point or a comma', () => {
  const key = { key: '', reasons: {}, number: { key: 7.4, tolerance: 0.05, unit: '1', reason: 'because' } };
  const item = { id: 'one', stem: '', question: 'pH?', kind: 'numeric', options: [] };
  const said = (option: string) => feedbackOf({ option, confidence: 4 }, key, { meets: meetsNumber });
  for (const option of ['7.4', '7,45', '7.35']) expect(verdictOf(said(option)), option).toBe('right');
  for (const option of ['7.46', '74']) expect(verdictOf(said(option)), option).toBe('espejismo');
  expect(shownAnswers(item, said('7,45'))).toEqual([{ text: '7,45', reason: 'because', mark: 'right' }]);
  expect(shownAnswers(item, said('7.5'))).toEqual([
    { text: '7.5', reason: '', mark: 'espejismo' },
    { text: '7.4', reason: 'because', mark: 'right' },
  ]);
});

test('an order is told step by step in the right one, with what stood elsewhere', () => {
  const told = shownAnswers(ordering, {
    option: 'a111,c333,b222',
    key: 'a111,b222,c333',
    reasons,
    confidence: 1,
  });
  expect(told).toEqual([
    { text: '1. Option a111', reason: 'first', mark: 'right' },
    { text: '2. Option b222', reason: 'second', mark: 'wrong' },
    { text: '3. Option c333', reason: 'third', mark: 'wrong' },
  ]);
});
