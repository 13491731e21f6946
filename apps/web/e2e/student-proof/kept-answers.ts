/// <reference lib="dom" />
import type { Page } from 'playwright-core';

interface KeptAnswer {
  id: string;
  attemptId: string;
  state: 'waiting' | 'recorded' | 'set_aside' | 'refused';
}

/** What this phone keeps of the answers given on it. */
export const keptAnswers = (page: Page): Promise<KeptAnswer[]> =>
  page.evaluate(
    () =>
      new Promise<KeptAnswer[]>((done, fail) => {
        const asked = indexedDB.open('puente');
        asked.onerror = () => fail(asked.error!);
        asked.onsuccess = () => {
          const answers = asked.result.transaction('answers').objectStore('answers').getAll();
          answers.onsuccess = () => {
            asked.result.close();
            done(answers.result);
          };
        };
      }),
  );

/** Waits until nothing waits on the phone. */
export const settled = async (page: Page): Promise<void> => {
  for (let left = 180; left > 0; left--) {
    if ((await keptAnswers(page)).every(({ state }) => state !== 'waiting')) return;
    await page.waitForTimeout(1_000);
  }
  throw new Error('Answers still wait on the phone after three minutes');
};
