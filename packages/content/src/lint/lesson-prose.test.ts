import { expect, test } from 'vitest';
import { cleanCourse } from '../testing/clean-course.ts';
import { expectOnly, expectProblem, plant, planted, problemsOf } from '../testing/plant.ts';

const folder = 'tiny/salt/lessons/salt-water';
const file = `${folder}/lesson.es.svx`;
const lesson = `${folder}/lesson.yaml`;

const plants = (from: string, to: string) => planted(file, from, to);

test.each([
  ['a script', '<script>alert(1)</script>', 'prose-script', 'script'],
  ['a style', '<style>p { color: red }</style>', 'prose-style', 'style'],
  ['raw HTML', '<b>sal</b>', 'prose-html', 'b'],
  ['a comment', '<!-- later -->', 'prose-html', ''],
  ['an expression', 'Hay {1 + 1} sales', 'prose-expression', ''],
  ['an image', '![sal](https://example.org/sal.png)', 'prose-image', ''],
  ['an unknown component', '<Video src="a" />', 'unknown-component', 'Video'],
  ['a component with another attribute', '<Patient age="5">', 'unknown-attribute', 'Patient'],
  ['a component without its attribute', '<Figure />', 'missing-attribute', 'Figure'],
  ['a component left open', '<Remember>', 'prose-unpaired', 'Remember'],
  ['a component that holds no text', '<Further concept="osmosis">', 'prose-unpaired', 'Further'],
])('%s in the prose is refused', (_name, text, code, field) => {
  expectProblem(plants('## 2', `${text}\n\n## 2`), { code, file, field, at: text });
});

test('braces in a formula and tags in code are no fault', () => {
  expectOnly(plants('## 2', '`<b>` y `{a}`\n\n<Formula tex="\\\\frac{RT}{zF}" />\n\n## 2'));
});

test('less than, before a number, is prose', () => {
  const english = file.replace('.es.', '.en.');
  const prose = 'pH < 7.2, K⁺ > 5.0.\n\n## 2';
  expectOnly(plant(plants('## 2', prose), english, '## 2', prose));
});

test('a check that lesson.yaml does not list is refused', () => {
  expectProblem(plants('<Check item="practice-4" />', '<Check item="practice-5" />'), {
    code: 'unlisted-check',
    file,
    field: 'Check.item',
    at: 'practice-5',
  });
});

test('a check that one language forgets is told in lesson.yaml', () => {
  expectOnly(plants('<Check item="practice-4" />', ''), {
    code: 'check-not-asked',
    file: lesson,
    field: 'checks[1]',
    at: 'checks:',
  });
});

test('checks in another order than listed are refused', () => {
  const files = plant(
    plants('<Check item="practice-1" />', '<Check item="practice-4" />'),
    file,
    '<Check item="practice-4" />',
    '<Check item="practice-1" />',
    '## 2',
  );
  expectOnly(files, { code: 'check-order', file: lesson, field: 'checks', at: 'checks:' });
});

test('a check that is an assessment item is refused in the prose and in lesson.yaml', () => {
  expectProblem(plant(cleanCourse(), file, 'practice-1', 'gain-1'), {
    code: 'assessment-in-practice',
    file,
    field: 'Check.item',
    at: 'gain-1',
  });
  expectProblem(plant(cleanCourse(), lesson, 'practice-1', 'gain-1'), {
    code: 'assessment-in-practice',
    file: lesson,
    field: 'checks[0]',
    at: 'gain-1',
  });
});

test('a figure without files is refused', () => {
  expectOnly(plants('<Figure name="balance" />', '<Figure name="scale" />'), {
    code: 'missing-figure',
    file,
    field: 'Figure.name',
    at: 'scale',
  });
});

test.each([
  ['Another', '<Another concept="osmosis" />', '<Another concept="heat" />', 'Another.concept'],
  ['Further', '<Further concept="volume" />', '<Further concept="heat" />', 'Further.concept'],
  ['Term', '<Term id="osmosis">', '<Term id="heat">', 'Term.id'],
])('%s of an unknown concept is refused', (_name, from, to, field) => {
  expectOnly(plants(from, to), { code: 'unknown-id', file, field, at: to });
});

test('a lesson outside 600 to 900 words is advice', () => {
  const cut = plants(Array(330).fill('agua').join(' '), 'agua');
  expectOnly(cut, { severity: 'warning', code: 'lesson-length', file, field: '' });
  expect(problemsOf(cut)[0]?.message).toMatch(/has 3\d\d$/);
});
