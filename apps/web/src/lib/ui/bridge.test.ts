import { expect, test } from 'vitest';
import { drawBridge } from './bridge.ts';

test('a bridge has one plank per concept, inside its posts and apart from each other', () => {
  for (const count of [1, 5, 10]) {
    const { planks, posts } = drawBridge(Array.from({ length: count }, () => 'laid' as const));
    expect(planks).toHaveLength(count);
    const edges = planks.flatMap(({ x, width }) => [x - width / 2, x + width / 2]);
    expect(edges).toEqual(edges.toSorted((a, b) => a - b));
    expect(edges[0]).toBeGreaterThan(posts[0]!.x);
    expect(edges.at(-1)).toBeLessThan(posts[1]!.x);
  }
});

test('an espejismo is seen without its colour: its plank hangs', () => {
  const { planks } = drawBridge(['laid', 'tilted', 'laid']);
  expect(planks[1]!.angle).toBeLessThan(-30);
  expect(Math.abs(planks[0]!.angle)).toBeLessThan(20);
});

test('a module without concepts still draws', () => {
  expect(drawBridge([]).planks).toEqual([]);
});
