import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const policyOf = async (url: string) => {
  const answer = await t.app.inject({ url });
  const policy = String(answer.headers['content-security-policy']);
  return {
    body: answer.body,
    directives: new Map(policy.split(/\s*;\s*/).map((one) => [one.split(' ')[0], one])),
  };
};

test.each(['/api/health', '/api/openapi.json', '/api/nothing'])(
  'the answer of %s lets nothing run and stands in no frame',
  async (url) => {
    const { directives } = await policyOf(url);
    expect(directives.get('default-src')).toBe("default-src 'none'");
    expect(directives.get('frame-ancestors')).toBe("frame-ancestors 'none'");
    expect([...directives.values()].join()).not.toMatch(/script-src[^,]*unsafe/);
  },
);

test('the reference runs its own script and the one that starts it, and asks nobody but this server', async () => {
  const { body, directives } = await policyOf('/api/docs/');
  const inline = /<script type="text\/javascript">([^]*?)<\/script>/.exec(body)![1]!;
  const hash = createHash('sha256').update(inline).digest('base64');
  expect(directives.get('script-src')).toBe(`script-src 'self' 'sha256-${hash}'`);
  expect(directives.get('connect-src')).toBe("connect-src 'self'");
  expect(directives.get('default-src')).toBe("default-src 'none'");
});
