import { expect, test } from 'vitest';
import { cleanCourse, cleanLearning } from '../testing/clean-course.ts';
import { expectOnly, expectProblem, plant, planted, problemsOf, without } from '../testing/plant.ts';
import { memoryReader } from '../reader.ts';
import { loadContent } from './load-content.ts';

const practice = 'tiny/salt/practice.yaml';

test('a course is read into a tree in the order of its files', () => {
  const [course] = loadContent(memoryReader(cleanCourse())).courses;
  expect(course?.modules.map((module) => module.id)).toEqual(['salt', 'sugar']);
  const [salt, sugar] = course!.modules;
  expect(salt?.status === 'open' && salt.lessons[0]?.prose.es).toContain('<Patient>');
  expect(salt?.status === 'open' && salt.figures[0]?.name).toBe('balance');
  expect(salt?.status === 'open' && salt.case?.stages).toHaveLength(3);
  expect(sugar?.status === 'announced' && sugar.questions[0]?.moduleId).toBe('sugar');
  expect(course?.assessment.items).toHaveLength(54);
  expect(course?.assessment.items[0]).toMatchObject({ courseId: 'tiny', moduleId: 'salt' });
});

test('YAML that cannot be parsed names its line', () => {
  const files = planted('tiny/salt/case.yaml', 'minutes: 12', 'minutes: "12');
  expect(problemsOf(files)[0]).toMatchObject({ code: 'yaml', file: 'tiny/salt/case.yaml' });
  expectOnly(planted('tiny/course.yaml', 'title: {', 'title: [', 'id: tiny'), {
    code: 'yaml',
    file: 'tiny/course.yaml',
    field: '',
    at: 'title: [',
  });
});

test('a key written twice is an error of the YAML', () => {
  expectOnly(planted('tiny/salt/case.yaml', 'minutes: 12', 'minutes: 12\nminutes: 13'), {
    code: 'yaml',
    file: 'tiny/salt/case.yaml',
    field: '',
    at: 'minutes: 13',
  });
});

test('an unknown field is named with its path', () => {
  expectOnly(planted(practice, '    key: k3f9', '    clave: x\n    key: k3f9', 'practice-2'), {
    code: 'unknown-field',
    file: practice,
    field: 'items[1].clave',
    at: 'clave: x',
  });
});

test('a missing field is told on the line of what lacks it', () => {
  expectOnly(planted(practice, '    objective: explain\n', '', 'practice-2'), {
    code: 'missing-field',
    file: practice,
    field: 'items[1].objective',
    at: '- id: practice-2',
  });
});

test('a missing language is told for one text', () => {
  expectOnly(planted(practice, ', en: It falls', '', 'practice-1'), {
    code: 'missing-language',
    file: practice,
    field: 'items[0].options[1].text.en',
    at: 'text: { es: Baja }',
  });
});

test('an option without a reason is refused', () => {
  const reason = '        reason: { es: No baja, en: It does not fall }\n';
  expectOnly(planted(practice, reason, '', 'practice-1'), {
    code: 'missing-field',
    file: practice,
    field: 'items[0].options[1].reason',
    at: '- id: t81x',
  });
});

test('an empty option is refused', () => {
  expectOnly(planted(practice, 'en: It falls', 'en: ""', 'practice-1'), {
    code: 'size',
    file: practice,
    field: 'items[0].options[1].text.en',
    at: 'es: Baja',
  });
});

test('an item without concept, source or objective is refused', () => {
  expectOnly(planted(practice, 'concepts: [osmosis]', 'concepts: []', 'practice-1'), {
    code: 'size',
    file: practice,
    field: 'items[0].concepts',
    at: 'concepts: []',
  });
  expectOnly(planted(practice, '    source: book\n', '', 'practice-1'), {
    code: 'missing-field',
    file: practice,
    field: 'items[0].source',
    at: '- id: practice-1',
  });
});

test('a value outside its list says which are allowed', () => {
  const files = planted(practice, 'level: apply', 'level: easy', 'practice-1');
  const [problem] = problemsOf(files);
  expect(problem).toMatchObject({ code: 'unknown-value', field: 'items[0].level' });
  expect(problem?.fix).toContain('recall, apply or analyse');
});

test('an unknown kind of item says which there are', () => {
  const files = planted(practice, 'kind: single-best-answer', 'kind: essay', 'practice-1');
  const [problem] = problemsOf(files);
  expect(problem).toMatchObject({ code: 'unknown-value', field: 'items[0].kind' });
  expect(problem?.fix).toContain('single-best-answer');
});

test('text where a number belongs, and a number where text belongs', () => {
  expectOnly(planted('tiny/salt/case.yaml', 'minutes: 12', 'minutes: twelve'), {
    code: 'wrong-type',
    file: 'tiny/salt/case.yaml',
    field: 'minutes',
    at: 'minutes: twelve',
  });
  expectOnly(planted(practice, 'key: k3f9', 'key: true', 'practice-1'), {
    code: 'wrong-type',
    file: practice,
    field: 'items[0].key',
    at: 'key: true',
  });
});

test('an id in capitals is refused with how ids are written', () => {
  expectProblem(planted(practice, 'id: practice-1', 'id: Practice_1'), {
    code: 'format',
    file: practice,
    field: 'items[0].id',
    at: 'Practice_1',
  });
});

test('two keys where one is meant are refused', () => {
  expectOnly(planted(practice, 'key: k3f9', 'key: [k3f9, t81x]', 'practice-1'), {
    code: 'wrong-type',
    file: practice,
    field: 'items[0].key',
    at: 'key: [',
  });
});

test('a field that may be written in two ways is told in the way that the author chose', () => {
  expectOnly(planted(practice, 'source: book', 'source: { id: book, plaec: x }', 'practice-1'), {
    code: 'unknown-field',
    file: practice,
    field: 'items[0].source.plaec',
    at: 'plaec',
  });
  expectOnly(planted('tiny/salt/case.yaml', 'value: 42', 'value: { es: Rítmica }'), {
    code: 'missing-language',
    file: 'tiny/salt/case.yaml',
    field: 'stages[1].facts[0].value.en',
    at: 'Rítmica',
  });
});

test('a module that cannot be read brings no complaints about what it may teach', () => {
  const file = 'tiny/salt/module.yaml';
  expectOnly(
    { ...cleanCourse(), [file]: cleanCourse()[file]!.replace('status: open', 'status: ajar') },
    { code: 'unknown-value', file, field: 'status', at: 'status: ajar' },
  );
});

test('one faulty item leaves the others of its file readable', () => {
  const files = planted(practice, 'level: apply', 'level: easy', 'practice-1');
  const [course] = loadContent(memoryReader(files)).courses;
  const [salt] = course!.modules;
  expect(salt?.status === 'open' && salt.practice.map((item) => item.id)).toEqual(
    ['2', '3', '4', '5', '6'].map((number) => `practice-${number}`),
  );
});

test('a missing course.yaml or concepts.yaml is told', () => {
  expectProblem(without('tiny/course.yaml'), {
    code: 'missing-file',
    file: 'tiny/course.yaml',
    field: '',
  });
  expectOnly(without('tiny/concepts.yaml'), {
    code: 'missing-file',
    file: 'tiny/concepts.yaml',
    field: '',
  });
});

test('a module without its file is told where course.yaml lists it', () => {
  expectProblem(planted('tiny/course.yaml', '[salt, sugar]', '[salt, sugar, spice]'), {
    code: 'missing-file',
    file: 'tiny/course.yaml',
    field: 'modules[2]',
    at: 'modules: [',
  });
});

test('a module that course.yaml does not list is told', () => {
  expectProblem(planted('tiny/course.yaml', '[salt, sugar]', '[salt]'), {
    code: 'unlisted-module',
    file: 'tiny/sugar/module.yaml',
    field: 'id',
    at: 'id: sugar',
  });
});

test('a lesson without its file is told where module.yaml lists it', () => {
  expectProblem(without('tiny/salt/lessons/salt-water/lesson.yaml'), {
    code: 'missing-file',
    file: 'tiny/salt/module.yaml',
    field: 'lessons[0]',
    at: 'lessons: [salt-water]',
  });
});

test('a lesson that module.yaml does not list is told', () => {
  const lesson = cleanLearning()['tiny/salt/lessons/salt-water/lesson.yaml']!;
  const file = 'tiny/salt/lessons/spare/lesson.yaml';
  expectOnly({ ...cleanLearning(), [file]: lesson }, { code: 'unlisted-lesson', file, field: '' });
});

test('prose in one language only is told by the name of the missing file', () => {
  const file = 'tiny/salt/lessons/salt-water/lesson.en.svx';
  expectOnly(without(file), { code: 'missing-language', file, field: '' });
});

test('a drawing in one language only, and one without its words, are told', () => {
  const english = 'tiny/salt/figures/balance.en.svg';
  expectOnly(without(english), { code: 'missing-language', file: english, field: '' });
  expectProblem(without('tiny/salt/figures/balance.yaml'), {
    code: 'missing-file',
    file: english,
    field: '',
  });
});

test('an open module without practice or case is told', () => {
  for (const file of ['tiny/salt/practice.yaml', 'tiny/salt/case.yaml']) {
    expectProblem(without(file), { code: 'missing-file', file, field: '' });
  }
});

test('an announced module holds nothing else than its announcement', () => {
  expectOnly(planted('tiny/sugar/module.yaml', 'status: announced', 'status: announced\ncase: x'), {
    code: 'unknown-field',
    file: 'tiny/sugar/module.yaml',
    field: 'case',
    at: 'case: x',
  });
});

const bank = {
  'tiny/assessment/forms.yaml': `forms:
  - id: R1-S
    course: tiny
    kind: sealed
    modules: [salt]
    demonstration: false
    minutes: 20
    anchors: []
    items: [${Array.from({ length: 20 }, (_, index) => `real-${index + 1}`).join(', ')}]
    frozen: false
`,
  'tiny/assessment/sealed.yaml': cleanCourse()
    ['tiny/assessment/sealed.yaml']!.replaceAll('sealed-', 'real-')
    .replaceAll('Situación', 'Otra situación')
    .replaceAll('Situation', 'Another situation'),
};

test('a bank outside the repository adds its items and forms', () => {
  expect(problemsOf(cleanCourse(), bank)).toEqual([]);
  const loaded = loadContent(memoryReader(cleanCourse()), { bank: memoryReader(bank) });
  const { items, forms } = loaded.courses[0]!.assessment;
  expect(items.filter((item) => item.id.startsWith('real-'))).toHaveLength(20);
  expect(forms.map((form) => form.id)).toEqual(['T1-A', 'T1-B', 'T1-S', 'R1-S']);
});

test('a bank holds assessment and nothing else', () => {
  const problems = problemsOf(cleanCourse(), { ...bank, 'tiny/salt/practice.yaml': 'items: []' });
  expect(problems).toMatchObject([{ code: 'bank-file', file: 'bank/tiny/salt/practice.yaml' }]);
});

test('a form of the bank that is no demonstration may not ask a public item', () => {
  const mixed = plant(bank, 'tiny/assessment/forms.yaml', 'real-1,', 'sealed-1,');
  expect(problemsOf(cleanCourse(), mixed)).toContainEqual(
    expect.objectContaining({
      code: 'public-form',
      file: 'bank/tiny/assessment/forms.yaml',
      line: 6,
      field: 'forms[0].demonstration',
    }),
  );
});
