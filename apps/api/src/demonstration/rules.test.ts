import { expect, test } from 'vitest';
import { hostUnderDemonstrationRules, mayUseAddress } from './rules.ts';

test.each([
  [true, undefined, '127.0.0.1'],
  [true, '', '127.0.0.1'],
  [true, '0.0.0.0', '0.0.0.0'],
  [false, undefined, '0.0.0.0'],
  [false, '10.0.0.1', '10.0.0.1'],
] as const)('demonstration %s, told %s: listens on %s', (demonstration, host, expected) => {
  expect(hostUnderDemonstrationRules({ demonstration, host, environment: undefined })).toBe(expected);
});

test('a demonstration refuses to run as production, whatever host it is told', () => {
  const production = { host: '0.0.0.0', environment: 'production' };
  expect(() => hostUnderDemonstrationRules({ demonstration: true, ...production })).toThrow(
    'NODE_ENV=production',
  );
  expect(hostUnderDemonstrationRules({ demonstration: false, ...production })).toBe('0.0.0.0');
});

test.each([
  ['docente@demo.puente', true, true],
  ['docente@demo.puente', false, false],
  [' Docente@DEMO.Puente ', false, false],
  ['docente@universidad.example', false, true],
  ['demo.puente@universidad.example', false, true],
])('%s may sign in where demonstration is %s: %s', (email, demonstration, allowed) => {
  expect(mayUseAddress(email, { demonstration })).toBe(allowed);
});
