import { expect, test } from 'vitest';
import { turnedOf } from './turned-of.ts';

type Facts = Parameters<typeof turnedOf>[0];

const displaced: Facts = {
  zone: 'in',
  outcome: 'reserve',
  decidedBy: 'score',
  seatsByHand: 1,
  withdrawn: false,
  reachesCut: true,
};

test.each<[string, Partial<Facts>, ReturnType<typeof turnedOf>]>([
  ['in, and without a seat since one was given by hand', {}, 'displaced'],
  ['at the cut in the zone, likewise', { zone: 'review', outcome: 'none', decidedBy: 'zone' }, 'displaced'],
  ['under the cut the score says it', { zone: 'review', outcome: 'none', reachesCut: false }, null],
  ['no seat was given by hand', { seatsByHand: 0, zone: 'review' }, null],
  ['changed by hand oneself: told as that', { decidedBy: 'override' }, null],
  ['withdrew after the approval', { withdrawn: true }, null],
  ['out, and seated by the order', { zone: 'out', outcome: 'seat', reachesCut: false }, 'moved_up'],
  ['seated by the own evidence', { outcome: 'seat' }, null],
])('%s', (_, over, told) => {
  expect(turnedOf({ ...displaced, ...over })).toBe(told);
});
