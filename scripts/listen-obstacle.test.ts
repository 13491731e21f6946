import { expect, test } from 'vitest';
import { explainObstacle, findObstacle } from './listen-obstacle.ts';

test.each([
  ['EADDRINUSE', { port: 3000, host: '::1' }, /^Port 3000 is taken \(on ::1\)\. .*PORT=3001 /],
  ['EADDRINUSE', { port: 65_535, host: '127.0.0.1' }, /^Port 65535 is taken .*PORT=3000 /],
  ['EACCES', { port: 80, host: '127.0.0.1' }, /^Port 80 is not for this user: .*PORT=3000 /],
  ['EADDRNOTAVAIL', { port: 3000, host: '192.0.2.1' }, /^PUENTE_HOST is "192\.0\.2\.1", which is no address/],
])('%s has a line of its own', (code, place, line) => {
  expect(explainObstacle({ code }, place)).toMatch(line);
});

test('an error of another kind is left to whoever knows it', () => {
  expect(explainObstacle({ code: 'ECONNREFUSED' }, { port: 3000, host: '::1' })).toBeUndefined();
});

test('the address that was asked for is the one that is tried', async () => {
  expect(await findObstacle(45_301, '192.0.2.1')).toMatch(/PUENTE_HOST is "192\.0\.2\.1"/);
});
