import { expect, test } from 'vitest';
import { loadContent } from '../load/load-content.ts';
import { memoryReader } from '../reader.ts';
import { cleanCourse } from '../testing/clean-course.ts';
import { practicePackage } from './practice-package.ts';

const content = loadContent(memoryReader(cleanCourse()));

test('a module package speaks one language throughout', () => {
  const spanish = JSON.stringify(practicePackage(content, 'salt', 'es'));
  const english = JSON.stringify(practicePackage(content, 'salt', 'en'));
  expect(spanish).not.toMatch(/"(es|en)":/);
  expect(spanish).toContain('La sal');
  expect(spanish).not.toContain('It rises');
  expect(english).toContain('It rises');
  expect(english).not.toContain('Porque');
});

test('it holds what a phone needs away from the network', () => {
  const pack = practicePackage(content, 'salt', 'en');
  expect(pack).toMatchObject({ courseId: 'tiny', moduleId: 'salt', status: 'open', title: 'Salt' });
  expect(pack.items).toHaveLength(6);
  expect(pack.items[0]).toMatchObject({
    id: 'practice-1',
    key: 'k3f9',
    contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    scoringHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    options: [{ id: 'k3f9', text: 'It rises', reason: 'Because practice-1' }, {}, {}, {}],
  });
  expect(pack.concepts.map(({ id }) => id)).toEqual(['osmosis', 'volume']);
  expect(pack.concepts[0]?.explanations?.[0]?.kind).toBe('analogy');
  expect(pack.concepts[0]?.other).toEqual({
    lang: 'es',
    title: practicePackage(content, 'salt', 'es').concepts[0]?.title,
  });
  expect(pack.case?.stages[0]?.decision).toMatchObject({
    use: 'case',
    contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(pack.figures).toEqual([
    {
      name: 'balance',
      title: 'Balance',
      words: 'It weighs',
      table: {
        columns: ['Side', 'Weight'],
        rows: [
          ['Left', 1],
          ['Right', 2],
        ],
      },
    },
  ]);
  expect(pack.lessons[0]).toMatchObject({ id: 'salt-water', checks: ['practice-1', 'practice-4'] });
});

test('it is plain JSON', () => {
  const pack = practicePackage(content, 'salt', 'en');
  expect(JSON.parse(JSON.stringify(pack))).toEqual(pack);
});

test('no assessment item is in it', () => {
  for (const module of ['salt', 'sugar']) {
    expect(JSON.stringify(practicePackage(content, module, 'es'))).not.toMatch(/gain-|sealed-/);
  }
});

test('an announced module brings its two questions', () => {
  const pack = practicePackage(content, 'sugar', 'es');
  expect(pack.items.map(({ id }) => id)).toEqual(['question-1', 'question-2']);
  expect(pack).toMatchObject({ status: 'announced', case: null, lessons: [], figures: [] });
});

test('an unknown module is named', () => {
  expect(() => practicePackage(content, 'spice', 'es')).toThrow(/There is no module "spice"/);
});
