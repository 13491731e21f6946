import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../load/load-content.ts';
import { readDirectory } from '../read-directory.ts';
import { languages } from '../schemas/text.ts';
import { inLanguage } from '../text.ts';
import { drawCase } from './case-graph.ts';
import { drawConceptMap } from './concept-map.ts';
import { type Drawing, textWidth, wrap } from './draw-graph.ts';
import { layeredLayout } from './layered-layout.ts';

const { courses } = loadContent(
  readDirectory(fileURLToPath(new URL('../../../../content', import.meta.url))),
);

const drawings = languages.flatMap((language) =>
  courses.flatMap((course): [string, Drawing][] => [
    [
      `${course.id} ${language}`,
      drawConceptMap(
        course.concepts.map((concept) => ({
          id: concept.id,
          title: concept.title[language],
          prerequisites: concept.prerequisites,
          module: course.modules.findIndex(({ concepts }) => concepts.includes(concept.id)) + 1,
        })),
        language,
      ),
    ],
    ...course.modules.flatMap((module): [string, Drawing][] =>
      module.status === 'open' && module.case
        ? [[`${module.case.id} ${language}`, drawCase(inLanguage(module.case, language), language)]]
        : [],
    ),
  ]),
);

const numbers = (text: string) => (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

function boxesOf(svg: string) {
  return [
    ...svg.matchAll(/<rect class="[^"]*" x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"/g),
  ].map(([, x, y, width, height]) => ({ x: +x!, y: +y!, width: +width!, height: +height! }));
}

/** Points along the lines and curves of an arrow, each curve in twenty steps. */
function pointsOf(path: string): [number, number][] {
  const points: [number, number][] = [];
  for (const [part] of path.matchAll(/[MVC][^MVC]*/g)) {
    const n = numbers(part);
    const [x, y] = points.at(-1) ?? [0, 0];
    if (part.startsWith('M')) points.push([n[0]!, n[1]!]);
    else if (part.startsWith('V')) for (let i = 1; i <= 20; i++) points.push([x, y + ((n[0]! - y) * i) / 20]);
    else
      for (let i = 1; i <= 20; i++) {
        const [t, s] = [i / 20, 1 - i / 20];
        const at = (a: number, b: number, c: number, d: number) =>
          s ** 3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t ** 3 * d;
        points.push([at(x, n[0]!, n[2]!, n[4]!), at(y, n[1]!, n[3]!, n[5]!)]);
      }
  }
  return points;
}

describe.each(drawings)('the drawing of %s', (_name, { svg, table }) => {
  const boxes = boxesOf(svg);

  test('has a box for each, none over another, all inside the drawing', () => {
    const [, , width = 0, height = 0] = numbers(/viewBox="([^"]+)"/.exec(svg)![1]!);
    expect(boxes.length).toBeGreaterThan(5);
    for (const [index, box] of boxes.entries()) {
      expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(
        true,
      );
      for (const other of boxes.slice(index + 1))
        expect(
          box.x + box.width <= other.x ||
            other.x + other.width <= box.x ||
            box.y + box.height <= other.y ||
            other.y + other.height <= box.y,
        ).toBe(true);
    }
  });

  test('leads its arrows from box to box and through none', () => {
    const arrows = [...svg.matchAll(/<path class="[^"]*" d="(M[^"LZ]+)"/g)].map(([, path]) =>
      pointsOf(path!),
    );
    expect(arrows.length).toBeGreaterThan(5);
    for (const points of arrows)
      for (const [x, y] of points)
        for (const box of boxes)
          expect(
            x > box.x + 0.1 && x < box.x + box.width - 0.1 && y > box.y + 0.1 && y < box.y + box.height - 0.1,
          ).toBe(false);
  });

  test('cuts no word, and keeps each line inside a box', () => {
    for (const [, x, y, line] of svg.matchAll(/<text [^>]*x="([^"]+)" y="([^"]+)">([^<]*)</g)) {
      const half = textWidth(line!) / 2;
      expect(
        boxes.some(
          (box) =>
            box.x <= +x! - half && +x! + half <= box.x + box.width && box.y < +y! && +y! < box.y + box.height,
        ),
      ).toBe(true);
    }
    const words = svg
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&');
    for (const [first] of table.rows) for (const word of first!.split(/\s+/)) expect(words).toContain(word);
  });
});

test('an arrow back goes up, and the rest is laid out as without it', () => {
  const boxes = ['a', 'b', 'c'].map((id) => ({ id, width: 40, height: 20 }));
  const on = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
  ];
  const { boxes: placed, arrows } = layeredLayout(boxes, [...on, { from: 'c', to: 'a' }]);
  expect(placed.map(({ y }) => y)).toEqual([8, 72, 136]);
  expect(arrows.map(({ down }) => down)).toEqual([true, true, false]);
  expect(arrows[2]!.tip[1]).toBe(28);
  expect(layeredLayout(boxes, on).boxes.map(({ y }) => y)).toEqual([8, 72, 136]);
});

test('two arrows that could cross do not', () => {
  const boxes = ['a', 'b', 'c', 'd'].map((id) => ({ id, width: 40, height: 20 }));
  const { boxes: placed } = layeredLayout(boxes, [
    { from: 'a', to: 'd' },
    { from: 'b', to: 'c' },
  ]);
  const x = Object.fromEntries(placed.map((box) => [box.id, box.x]));
  expect(x['a']! < x['b']!).toBe(x['d']! < x['c']!);
});

test('the expert path is thick, and a choice without credit is broken', () => {
  const story = courses[0]!.modules.flatMap((module) => (module.status === 'open' && module.case) || [])[0]!;
  const { svg, table } = drawCase(inLanguage(story, 'en'), 'en');
  // One arrow for each step of the path, and as many decisions as the boxes that are thick.
  let steps = 0;
  for (let at: string | undefined = story.start; at && at !== 'debrief'; steps += 1) {
    const stage = story.stages.find(({ id }) => id === at);
    at = stage?.next ?? stage?.decision?.options.find(({ fraction }) => fraction === 1)?.next;
  }
  expect(svg.match(/<path class="ink thick"/g)).toHaveLength(steps);
  expect(svg).toContain('class="ink-2 dashed"');
  const options = story.stages.flatMap(({ decision }) => decision?.options ?? []);
  expect(table.rows.filter(([, , credit]) => credit !== '—')).toHaveLength(options.length);
});

test('lines are filled to eighteen letters', () => {
  expect(wrap('Equilibrium of one ion alone')).toEqual(['Equilibrium of one', 'ion alone']);
  expect(wrap('Electroencephalographically')).toEqual(['Electroencephalographically']);
});
