import { expect, test } from 'vitest';
import { showSteps } from './steps.ts';

test('steps that are done or under way lead to their facts, those that wait lead nowhere', () => {
  expect(
    showSteps([
      { id: 'snapshot', state: 'done' },
      { id: 'review', state: 'current' },
      { id: 'publish', state: 'waiting' },
    ]),
  ).toEqual([
    { id: 'snapshot', state: 'done', href: '#snapshot' },
    { id: 'review', state: 'current', href: '#review' },
    { id: 'publish', state: 'waiting' },
  ]);
});
