import type { Browser, Page } from 'playwright-core';
import { desktop, visit } from './people.ts';
import { experiments } from '../../../packages/models/src/experiments/index.ts';

interface FrameTime {
  view: string;
  /** Milliseconds of script for one frame: of half of the frames at most, and of the slowest. */
  median: number;
  slowest: number;
}

const steps = 25;

/** Moves the first control one step to and fro; where a figure is only drawn in, goes from one preset to the other. */
const mover = async (page: Page): Promise<(forth: boolean) => Promise<void>> => {
  const control = page.locator('article :is(input[type=range], select)').first();
  if (await control.count()) {
    await control.focus();
    return (forth) => page.keyboard.press(forth ? 'ArrowRight' : 'ArrowLeft');
  }
  const presets = page.locator('article .presets a');
  return (forth) => presets.nth(forth ? 1 : 0).press('Enter');
};

/** Moves a figure a frame at a time and asks the browser how long its scripts ran. */
const timeFrames = async (page: Page): Promise<number[]> => {
  const session = await page.context().newCDPSession(page);
  // The thread's own time: what other programs take of the processor is not counted.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const scriptSeconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')!.value;
  };
  const move = await mover(page);
  const times: number[] = [];
  // The first few warm up the engine, as the first touch of a finger does.
  for (let place = -5; place < steps; place++) {
    const before = await scriptSeconds();
    await move(place % 2 === 0);
    await page.waitForTimeout(60);
    if (place >= 0) times.push(((await scriptSeconds()) - before) * 1000);
  }
  await session.detach();
  return times.sort((a, b) => a - b);
};

/** Script time of one frame of every view of every figure, in a real browser that nothing slows down. */
export const timeFigures = async (browser: Browser, address: string): Promise<FrameTime[]> => {
  const { page, context } = await visit(browser, { viewport: desktop });
  // What moves by itself would be counted too.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const found: FrameTime[] = [];
  for (const [figure, views] of Object.entries(experiments))
    for (const view of Object.keys(views)) {
      await page.goto(`${address}/es/figures/${figure}?view=${view}`, { waitUntil: 'networkidle' });
      const times = await timeFrames(page);
      found.push({ view: `${figure} ${view}`, median: times[steps >> 1]!, slowest: times.at(-1)! });
    }
  await context.close();
  return found;
};
