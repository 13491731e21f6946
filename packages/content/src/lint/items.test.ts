import { test } from 'vitest';
import { expectOnly, expectProblem, plant, planted } from '../testing/plant.ts';

const file = 'tiny/salt/practice.yaml';

test('a key that is none of the options is refused', () => {
  expectOnly(planted(file, 'key: k3f9', 'key: q7q7', 'practice-2'), {
    code: 'key-not-an-option',
    file,
    field: 'items[1].key',
    at: 'key: q7q7',
  });
});

test('two options with one id are refused', () => {
  expectProblem(planted(file, '- id: t81x', '- id: k3f9', 'practice-1'), {
    code: 'duplicate-id',
    file,
    field: 'items[0].options[1].id',
    at: '- id: k3f9',
    after: 'It rises',
  });
});

const lastOption = `      - id: z9q1
        text: { es: Queda igual, en: It stays }
        reason: { es: No queda igual, en: It does not stay }
        misconception: stays
`;
const swings = `      - id: w2m4
        text: { es: Oscila, en: It swings }
        reason: { es: No oscila, en: It does not swing }
        misconception: swings
`;

test('a single best answer outside three to five options is refused', () => {
  const two = plant(planted(file, lastOption, ''), file, swings, '');
  expectOnly(two, { code: 'option-count', file, field: 'items[0].options', at: 'options:' });
  const more = ['a111', 'a222'].map((id) =>
    lastOption.replace('z9q1', id).replace('igual', id).replace('stays', `stays ${id}`),
  );
  const six = planted(file, lastOption, lastOption + more.join('').replaceAll('stays a', 'a'));
  expectProblem(six, { code: 'option-count', file, field: 'items[0].options', at: 'options:' });
});

test('options that read the same are refused', () => {
  expectOnly(planted(file, 'en: It falls', 'en: it  rises.', 'practice-1'), {
    code: 'equal-options',
    file,
    field: 'items[0].options[1].text.en',
    at: 'it  rises.',
  });
});

test.each([
  'Todas las anteriores',
  'Todo lo anterior',
  'Ninguna de las anteriores',
  'Nada de lo anterior',
  'Ambas anteriores',
  'Todas menos A',
  'A y C',
  'Solo A y B',
  'A y C son ciertas',
  'a) y c)',
  'Ni A ni C',
  'I y III',
  'A + C',
])('the Spanish option "%s" is refused', (text) => {
  expectOnly(planted(file, 'es: Baja', `es: ${text}`, 'practice-1'), {
    code: 'option-about-options',
    file,
    field: 'items[0].options[1].text.es',
    at: text,
  });
});

test.each([
  'All of the above',
  'All the above',
  'All of these',
  'None of these',
  'None of these options',
  'A and C',
  'Both A and C are true',
  'Both B and D are correct',
  'Neither A nor C',
  'All except B',
])('the English option "%s" is refused', (text) => {
  expectOnly(planted(file, 'en: It falls', `en: ${text}`, 'practice-1'), {
    code: 'option-about-options',
    file,
    field: 'items[0].options[1].text.en',
    at: text,
  });
});

test.each([
  'Hepatitis A and B',
  'All of these vessels narrow',
  'Both ventricles',
  'Neither sodium nor calcium',
  'A drop',
])('"%s" is an answer of its own', (text) => {
  expectOnly(planted(file, 'en: It falls', `en: ${text}`, 'practice-1'));
});

test.each(['Todas las respuestas inmunes', 'La pared anterior', 'Ambos riñones', 'A la izquierda'])(
  '«%s» is an answer of its own',
  (text) => {
    expectOnly(planted(file, 'es: Baja', `es: ${text}`, 'practice-1'));
  },
);

test('a lead-in that neither asks nor instructs is refused in each language', () => {
  expectOnly(planted(file, 'es: ¿Qué pasa?', 'es: La sal', 'practice-1'), {
    code: 'lead-in',
    file,
    field: 'items[0].question.es',
    at: 'es: La sal',
  });
  expectOnly(planted(file, 'en: What happens?', 'en: The salt', 'practice-1'), {
    code: 'lead-in',
    file,
    field: 'items[0].question.en',
    at: 'en: The salt',
  });
});

test('the lead-in of a decision is refused in the same way', () => {
  const decisions = 'tiny/salt/case.yaml';
  expectOnly(planted(decisions, 'es: ¿Qué haces?', 'es: La sal'), {
    code: 'lead-in',
    file: decisions,
    field: 'stages[0].decision.question.es',
    at: 'es: La sal',
  });
});

test('an instruction is a lead-in', () => {
  const spanish = planted(file, '¿Qué pasa?', 'Elige la mejor explicación.', 'practice-1');
  expectOnly(plant(spanish, file, 'What happens?', 'Choose the best explanation.', 'practice-1'));
});

test('a stem may be empty only where a fact is recalled', () => {
  const stem = '{ es: Situación practice-1., en: Situation practice-1. }';
  const empty = planted(file, stem, '{ es: "", en: "" }');
  expectOnly(
    empty,
    { code: 'empty-stem', file, field: 'items[0].stem.en', at: 'stem:' },
    { code: 'empty-stem', file, field: 'items[0].stem.es', at: 'stem:' },
  );
  expectOnly(plant(empty, file, 'level: apply', 'level: recall'));
});

test('a stem in one language only is refused', () => {
  const half = planted(file, 'en: Situation practice-1.', 'en: ""');
  expectOnly(plant(half, file, 'level: apply', 'level: recall'), {
    code: 'missing-language',
    file,
    field: 'items[0].stem.en',
    at: 'stem:',
  });
});

test('a wrong option names its misconception, and the key has none', () => {
  expectOnly(planted(file, '        misconception: falls\n', '', 'practice-1'), {
    code: 'missing-misconception',
    file,
    field: 'items[0].options[1].misconception',
    at: '- id: t81x',
  });
  const onKey = 'en: Because practice-1 }\n        misconception: rises';
  expectOnly(planted(file, 'en: Because practice-1 }', onKey), {
    code: 'misconception-on-key',
    file,
    field: 'items[0].options[0].misconception',
    at: 'misconception: rises',
  });
});

test('multiple response may have several keys, and each is an option', () => {
  const several = plant(
    plant(
      planted(file, 'kind: single-best-answer', 'kind: multiple-response', 'practice-1'),
      file,
      'key: k3f9',
      'key: [k3f9, t81x]',
    ),
    file,
    '        misconception: falls\n',
    '',
  );
  expectOnly(several);
  expectOnly(plant(several, file, '[k3f9, t81x]', '[k3f9, t81x, q7q7]'), {
    code: 'key-not-an-option',
    file,
    field: 'items[0].key[2]',
    at: 'key: [',
  });
});

test('the key of an ordering names every option once', () => {
  const ordering = plant(
    planted(file, 'kind: single-best-answer', 'kind: ordering', 'practice-1'),
    file,
    'key: k3f9',
    'key: [k3f9, t81x, w2m4]',
  );
  expectOnly(ordering, {
    code: 'key-not-an-order',
    file,
    field: 'items[0].key',
    at: 'key: [',
  });
});
