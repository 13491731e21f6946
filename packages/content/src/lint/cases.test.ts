import { expect, test } from 'vitest';
import type { Fact } from '../schemas/case.ts';
import { expectOnly, expectProblem, plant, planted } from '../testing/plant.ts';
import { dependsOnAltitude } from './altitude.ts';

const file = 'tiny/salt/case.yaml';
const plants = (from: string, to: string, after = '') => planted(file, from, to, after);

test('a start or a next that is no stage is refused', () => {
  expectOnly(plants('start: arrival', 'start: dawn'), {
    code: 'unknown-id',
    file,
    field: 'start',
    at: 'start: dawn',
  });
  expectOnly(plants('next: exam', 'next: dawn'), {
    code: 'unknown-id',
    file,
    field: 'stages[0].decision.options[0].next',
    at: 'next: dawn',
  });
});

const stage = (id: string, way: string) => `  - id: ${id}
    kind: course
    title: { es: Etapa, en: Stage }
    narrative: { es: Pasa algo., en: Something happens. }
${way}`;

test('a stage that no path reaches is refused', () => {
  expectOnly(plants('debrief:\n', `${stage('island', '    next: debrief\n')}debrief:\n`), {
    code: 'unreachable-stage',
    file,
    field: 'stages[3].id',
    at: 'id: island',
  });
});

test('a stage that leads nowhere is refused', () => {
  const files = plants('debrief:\n', `${stage('well', '')}debrief:\n`, 'tiny-case-d3');
  expectOnly(plant(files, file, 'next: debrief', 'next: well'), {
    code: 'dead-end',
    file,
    field: 'stages[3].next',
    at: 'id: well',
  });
});

test('a stage that only leads round in a circle is refused', () => {
  const circle = stage('well', '    next: pit\n') + stage('pit', '    next: well\n');
  const files = plants('debrief:\n', `${circle}debrief:\n`, 'tiny-case-d3');
  expectOnly(
    plant(files, file, 'next: debrief', 'next: well'),
    { code: 'dead-end', file, field: 'stages[3].id', at: 'id: well' },
    { code: 'dead-end', file, field: 'stages[4].id', at: 'id: pit' },
  );
});

test('a stage with both next and a decision is refused', () => {
  expectOnly(plants('    decision:', '    next: exam\n    decision:'), {
    code: 'two-ways-on',
    file,
    field: 'stages[0].next',
    at: 'next: exam',
  });
});

test('a decision with no best option, or two, is refused', () => {
  expectOnly(plants('fraction: 1', 'fraction: 0.5'), {
    code: 'decision-key',
    file,
    field: 'stages[0].decision.options',
    at: 'options:',
  });
  expectProblem(plants('fraction: 0', 'fraction: 1'), {
    code: 'decision-key',
    file,
    field: 'stages[0].decision.options',
    at: 'options:',
  });
});

test('a wrong choice names its misconception', () => {
  expectOnly(plants('          misconception: harm-helps\n', ''), {
    code: 'missing-misconception',
    file,
    field: 'stages[0].decision.options[1].misconception',
    at: '- id: j5n2',
  });
});

test('a choice without a consequence is refused', () => {
  expectOnly(plants('          consequence: { es: Empeora, en: She worsens }\n', ''), {
    code: 'missing-field',
    file,
    field: 'stages[0].decision.options[1].consequence',
    at: '- id: j5n2',
  });
});

test('a case has three to six decisions, two or three of them key features', () => {
  expectOnly(plants('keyFeature: true', 'keyFeature: false'), {
    code: 'key-feature-count',
    file,
    field: 'stages',
    at: 'stages:',
  });
  const second = plants('next: exam', 'next: outcome');
  const first = plant(second, file, 'next: exam', 'next: outcome');
  const start = first[file]!.indexOf('  - id: exam');
  const end = first[file]!.indexOf('  - id: outcome');
  const cut = { ...first, [file]: first[file]!.slice(0, start) + first[file]!.slice(end) };
  expectProblem(cut, { code: 'decision-count', file, field: 'stages', at: 'stages:' });
});

test('options that read the same are refused in a decision too', () => {
  expectOnly(plants('es: Lo peor', 'es: Lo mejor'), {
    code: 'equal-options',
    file,
    field: 'stages[0].decision.options[1].text.es',
    at: 'es: Lo mejor',
    after: 'j5n2',
  });
});

test('a value without unit is refused, also where it is written as text', () => {
  expectOnly(plants('        unit: "1/min"\n', ''), {
    code: 'missing-unit',
    file,
    field: 'stages[1].facts[0].unit',
    at: '- group: examination',
  });
  for (const value of ['90/60', '7.1 (high)', '12 ↑', '0.5 × 10⁹', '1:160']) {
    const text = plants('value: 42', `value: "${value}"`);
    expectOnly(plant(text, file, '        unit: "1/min"\n', ''), {
      code: 'missing-unit',
      file,
      field: 'stages[1].facts[0].unit',
      at: '- group: examination',
    });
  }
});

test('words need no unit', () => {
  const words = plants('value: 42', 'value: { es: Rítmica, en: Regular }');
  expectOnly(plant(words, file, '        unit: "1/min"\n', ''));
  const counted = plants('value: 42', 'value: { es: "3 de 5", en: "3 of 5" }');
  expectOnly(plant(counted, file, '        unit: "1/min"\n', ''));
});

test('a test without its range is refused', () => {
  expectOnly(plants('        reference: "12–16"\n', ''), {
    code: 'missing-reference',
    file,
    field: 'stages[1].facts[1].reference',
    at: '- group: tests',
  });
});

test('haemoglobin without the altitude is refused', () => {
  expectOnly(plants('altitudeMetres: 154\n', ''), {
    code: 'missing-altitude',
    file,
    field: 'stages[1].facts[1].label',
    at: 'label: { es: Hemoglobina',
  });
});

test.each(['PaO₂ 55 mmHg', 'Hemoglobina 9 g/dL', 'Satura 88 %'])(
  'a stem that gives "%s" without the altitude is refused',
  (given) => {
    const items = 'tiny/salt/practice.yaml';
    const say = (es: string) =>
      planted(
        items,
        '{ es: Situación practice-1., en: Situation practice-1. }',
        `{ es: "${es}", en: "${es.replace(/\p{L}+a /u, 'Value ')}" }`,
      );
    expectProblem(say(given), {
      code: 'missing-altitude',
      file: items,
      field: 'items[0].stem.es',
      at: given,
    });
    expectOnly(say(`${given}, 154 m`));
    expectOnly(say('Hemoglobina glicosilada 9 %'));
  },
);

const fact = (es: string, en: string, unit = '1'): Fact => ({
  group: 'tests',
  label: { es, en },
  value: 1,
  unit,
});

test.each([
  ['PaO2', 'PaO2'],
  ['PaO₂', 'PaO₂'],
  ['PaCO2', 'PaCO2'],
  ['SatO2', 'SatO2'],
  ['SpO₂', 'SpO₂'],
  ['pH arterial', 'Arterial pH'],
  ['Hemoglobina', 'Haemoglobin'],
  ['Saturación de oxígeno', 'Oxygen saturation'],
  ['Hb', 'Hb'],
])('%s depends on the altitude', (es, en) => {
  expect(dependsOnAltitude(fact(es, en))).toBe(true);
});

test('a unit that names the gas depends on the altitude', () => {
  expect(dependsOnAltitude(fact('Gas', 'Gas', 'mmHg PaO2'))).toBe(true);
});

test.each([
  ['Hemoglobina glucosilada', 'Glycated haemoglobin'],
  ['HbA1c', 'HbA1c'],
  ['Hemoglobinuria', 'Haemoglobinuria'],
  ['pH urinario', 'Urinary pH'],
  ['pH de la orina', 'Urine pH'],
  ['Potasio', 'Potassium'],
  ['Fosfato', 'Phosphate'],
])('%s does not depend on the altitude', (es, en) => {
  expect(dependsOnAltitude(fact(es, en))).toBe(false);
});
