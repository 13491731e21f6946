import { test } from 'vitest';
import { cleanLearning } from '../testing/clean-course.ts';
import { expectOnly, expectProblem, plant, planted } from '../testing/plant.ts';

const practice = 'tiny/salt/practice.yaml';
const concepts = 'tiny/concepts.yaml';
const module = 'tiny/salt/module.yaml';
const lesson = 'tiny/salt/lessons/salt-water/lesson.yaml';
const caseFile = 'tiny/salt/case.yaml';
const gain = 'tiny/assessment/gain.yaml';

test('an id that is taken is refused where it is taken again', () => {
  expectProblem(planted(practice, 'id: practice-2', 'id: practice-1'), {
    code: 'duplicate-id',
    file: practice,
    field: 'items[1].id',
    at: 'id: practice-1',
    after: 'source: book',
  });
  expectProblem(planted(concepts, 'id: volume', 'id: osmosis'), {
    code: 'duplicate-id',
    file: concepts,
    field: 'concepts[1].id',
    at: 'id: osmosis',
    after: 'enrichment',
  });
});

test('an id taken in another file is refused too', () => {
  expectProblem(planted(gain, 'id: gain-34', 'id: practice-2'), {
    code: 'duplicate-id',
    file: gain,
    field: 'items[33].id',
    at: 'id: practice-2',
  });
});

test('a decision and an item may not share an id', () => {
  expectOnly(planted(caseFile, 'id: tiny-case-d1', 'id: practice-1'), {
    code: 'duplicate-id',
    file: caseFile,
    field: 'stages[0].decision.id',
    at: 'id: practice-1',
  });
});

test('a second course may not take the ids of the first', () => {
  const files = Object.fromEntries(
    Object.entries(cleanLearning()).map(([name, text]) => [name.replace('tiny/', 'other/'), text]),
  );
  expectProblem(
    { ...cleanLearning(), ...files },
    { code: 'duplicate-id', file: 'tiny/course.yaml', field: 'id', at: 'id: tiny' },
  );
});

test('an unknown concept is refused wherever it is named', () => {
  expectProblem(planted(practice, 'concepts: [osmosis]', 'concepts: [osmosys]', 'practice-1'), {
    code: 'unknown-id',
    file: practice,
    field: 'items[0].concepts[0]',
    at: 'osmosys',
  });
  expectOnly(planted(concepts, 'prerequisites: [osmosis]', 'prerequisites: [heat]'), {
    code: 'unknown-id',
    file: concepts,
    field: 'concepts[1].prerequisites[0]',
    at: 'heat',
  });
  expectProblem(planted(module, 'concepts: [osmosis,', 'concepts: [heat,'), {
    code: 'unknown-id',
    file: module,
    field: 'concepts[0]',
    at: 'heat',
  });
  expectProblem(planted(lesson, '[osmosis, volume]', '[osmosis, volume, heat]'), {
    code: 'unknown-id',
    file: lesson,
    field: 'concepts[2]',
    at: 'heat',
  });
  expectOnly(planted(caseFile, 'concepts: [osmosis]', 'concepts: [heat]'), {
    code: 'unknown-id',
    file: caseFile,
    field: 'stages[0].decision.concepts[0]',
    at: 'heat',
  });
});

test('an unknown objective or source is refused', () => {
  expectOnly(planted(practice, 'objective: explain', 'objective: fly', 'practice-1'), {
    code: 'unknown-id',
    file: practice,
    field: 'items[0].objective',
    at: 'fly',
  });
  expectOnly(planted(practice, 'source: book', 'source: { id: scroll }', 'practice-1'), {
    code: 'unknown-id',
    file: practice,
    field: 'items[0].source.id',
    at: 'scroll',
  });
  expectOnly(planted(lesson, 'id: book', 'id: scroll'), {
    code: 'unknown-id',
    file: lesson,
    field: 'sources[0].id',
    at: 'scroll',
  });
  expectOnly(planted(caseFile, 'sources: [book]', 'sources: [scroll]'), {
    code: 'unknown-id',
    file: caseFile,
    field: 'sources[0]',
    at: 'scroll',
  });
});

test('a module names its own case', () => {
  expectOnly(planted(module, 'case: case-ana', 'case: case-eva'), {
    code: 'unknown-id',
    file: module,
    field: 'case',
    at: 'case: case-eva',
  });
});

test('a lesson is called like its folder', () => {
  expectOnly(planted(lesson, 'id: salt-water', 'id: sea-water'), {
    code: 'lesson-folder',
    file: lesson,
    field: 'id',
    at: 'id: sea-water',
  });
});

test('a check that is no practice item of the module is refused', () => {
  expectProblem(planted(lesson, 'practice-4]', 'practice-9]'), {
    code: 'unknown-id',
    file: lesson,
    field: 'checks[1]',
    at: 'practice-9',
  });
});

test('a circle of prerequisites is told once, with its way', () => {
  expectOnly(planted(concepts, 'prerequisites: []', 'prerequisites: [volume]'), {
    code: 'prerequisite-circle',
    file: concepts,
    field: 'concepts[1].prerequisites[0]',
    at: 'prerequisites: [osmosis]',
  });
});

test('a concept of the bridge that no lesson teaches is refused', () => {
  expectProblem(planted(lesson, 'concepts: [osmosis, volume]', 'concepts: [osmosis]'), {
    code: 'unused-id',
    file: module,
    field: 'concepts[1]',
    at: 'concepts: [osmosis, volume]',
  });
});

test('a figure that no lesson shows is refused', () => {
  const shown = '<Figure name="balance" />';
  const spanish = planted('tiny/salt/lessons/salt-water/lesson.es.svx', shown, '');
  expectOnly(plant(spanish, 'tiny/salt/lessons/salt-water/lesson.en.svx', shown, ''), {
    code: 'unused-id',
    file: 'tiny/salt/figures/balance.yaml',
    field: '',
    at: 'title',
  });
});

test('a concept in no bridge, a source that nobody cites and an item in no form are advice', () => {
  const spare = `    prerequisites: [osmosis]
  - id: heat
    title: { es: Calor, en: Heat }
    summary: { es: Calienta., en: It warms. }
    prerequisites: []
`;
  expectOnly(planted(concepts, '    prerequisites: [osmosis]\n', spare, 'id: glucose'), {
    severity: 'warning',
    code: 'unused-id',
    file: concepts,
    field: 'concepts[3].id',
    at: 'id: heat',
  });
  const source = `sources:
  - { id: scroll, kind: textbook, citation: A scroll., consulted: false }
`;
  expectOnly(planted('tiny/course.yaml', 'sources:\n', source), {
    severity: 'warning',
    code: 'unused-id',
    file: 'tiny/course.yaml',
    field: 'sources[0].id',
    at: 'scroll',
  });
});
