import { expect, inject, test } from 'vitest';
import { weighPage } from './page-weight.ts';

const address = inject('address');

test.each(['es', 'en'])('signing in costs at most 20 kB and runs no script (%s)', async (lang) => {
  for (const path of ['', '/sign-in', '/activate', '/join']) {
    const weight = await weighPage(`${address}/${lang}${path}`);
    expect(weight.scripts, path).toBe(0);
    expect(weight.files.length, path).toBeGreaterThan(1);
    expect(weight.bytes, `${path} ${JSON.stringify(weight.files)}`).toBeLessThanOrEqual(20_000);
  }
});
