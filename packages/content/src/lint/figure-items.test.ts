import { expect, test } from 'vitest';
import { loadContent } from '../load/load-content.ts';
import { memoryReader } from '../reader.ts';
import { cleanLearning } from '../testing/clean-course.ts';
import { type Files, expectOnly, expectProblem, plant } from '../testing/plant.ts';

const file = 'tiny/salt/practice.yaml';

const pick = `  - id: practice-pick
    kind: pick-on-a-figure
    use: practice
    concepts: [osmosis]
    objective: explain
    level: apply
    stem: { es: Una balanza., en: A balance. }
    question: { es: ¿Dónde pesa más?, en: Where does it weigh more? }
    figure: balance
    key: p3f9
    options:
      - { id: p3f9, at: [40, 90], text: { es: A la izquierda, en: On the left }, reason: { es: Sí, en: Yes } }
      - { id: q81x, at: [280, 90], text: { es: A la derecha, en: On the right }, reason: { es: No, en: No }, misconception: right }
      - { id: r2m4, at: [160, 20], text: { es: En el medio, en: In the middle }, reason: { es: No, en: No }, misconception: middle }
    source: book
`;
const challenge = `  - id: practice-challenge
    kind: challenge
    use: practice
    concepts: [osmosis]
    objective: explain
    level: apply
    stem: { es: El K⁺ está alto., en: K⁺ is high. }
    question: { es: Lleva el reposo a su sitio., en: Bring rest to its place. }
    figure: resting-potential
    view: rest
    from: { potassium: 7.1 }
    moves: [potassium]
    key: [{ reading: restMillivolts, least: -90, most: -84 }]
    solution: { potassium: 4 }
    reason: { es: Porque sí, en: Because }
    source: book
`;

const files = (): Files => {
  const clean = cleanLearning();
  return { ...clean, [file]: clean[file]! + pick + challenge };
};

test('a pick on a figure and a challenge are read, hashed and found right', () => {
  expectOnly(files());
  const { courses } = loadContent(memoryReader(files()));
  const module = courses[0]!.modules[0]!;
  const kinds = module.status === 'open' ? module.practice.map((item) => item.kind) : [];
  expect(kinds.slice(-2)).toEqual(['pick-on-a-figure', 'challenge']);
});

test("a module's challenge whose concept no open lesson teaches is refused", () => {
  const challenges = 'tiny/salt/challenges.yaml';
  const own = challenge.replace('practice-challenge', 'play-challenge');
  const taught = { ...cleanLearning(), [challenges]: `challenges:\n${own}` };
  expectOnly(taught);
  expectOnly(plant(taught, challenges, '[osmosis]', '[osmosis, glucose]'), {
    code: 'untaught-concept',
    file: challenges,
    field: 'challenges[0].concepts[1]',
    at: 'glucose',
  });
});

test.each([
  ['figure: balance\n', 'figure: scales\n', 'unknown-id', 'figure', 'figure: scales'],
  ['at: [280, 90]', 'at: [340, 90]', 'pick-outside', 'options[1].at', 'at: [340, 90]'],
  ['key: p3f9', 'key: z3f9', 'key-not-an-option', 'key', 'key: z3f9'],
  ['figure: resting-potential', 'figure: resting', 'unknown-id', 'figure', 'figure: resting'],
  ['view: rest\n', 'view: tired\n', 'unknown-id', 'view', 'view: tired'],
  [
    'from: { potassium: 7.1 }',
    'from: { potassium: 71 }',
    'challenge-setting',
    'from.potassium',
    'potassium: 71',
  ],
  ['from: { potassium: 7.1 }', 'from: { sodium: 7.1 }', 'challenge-setting', 'from.sodium', 'sodium: 7.1'],
  ['moves: [potassium]', 'moves: [sodium]', 'challenge-setting', 'moves[0]', 'moves: [sodium]'],
  ['reading: restMillivolts', 'reading: rest', 'challenge-reading', 'key[0].reading', 'reading: rest'],
  [
    'solution: { potassium: 4 }',
    'solution: { potassium: 9 }',
    'challenge-solution',
    'solution',
    'solution: { potassium: 9 }',
  ],
  [
    'solution: { potassium: 4 }',
    'solution: { calcium: 2 }',
    'challenge-solution',
    'solution',
    'solution: { calcium',
  ],
  [
    'from: { potassium: 7.1 }',
    'from: { potassium: 4.1 }',
    'challenge-solved',
    'from',
    'from: { potassium: 4.1 }',
  ],
])('%s written as %s is refused', (from, to, code, field, at) => {
  const planted = plant(files(), file, from, to, 'practice-pick');
  const place = planted[file]!.indexOf(at) > planted[file]!.indexOf('practice-challenge') ? 7 : 6;
  expectOnly(planted, { code, file, field: `items[${place}].${field}`, at, after: 'practice-pick' });
});

const caseFile = 'tiny/salt/case.yaml';
const twoOptions = /options:\n {8}- id: h2k8[^]*?misconception: harm-helps\n/;
const decisionWith = (lines: string): Files => {
  const clean = cleanLearning();
  return { ...clean, [caseFile]: clean[caseFile]!.replace(twoOptions, lines) };
};
const outcome = (id: string, fraction: number, rest: string) => `        - id: ${id}
          text: { es: Llega a ${id}, en: It comes to ${id} }
          fraction: ${fraction}
          reason: { es: Porque sí, en: Because }
          consequence: { es: Pasa algo, en: Something happens }
          next: exam
${rest}`;
const wrong = '          misconception: harm-helps\n';
const places = `figure: balance
      options:
${outcome('h2k8', 1, '          at: [40, 90]\n')}${outcome('j5n2', 0, `${wrong}          at: [280, 90]\n`)}`;
const outcomes = `challenge: { figure: resting-potential, view: rest, from: { potassium: 7.1 }, moves: [potassium] }
      options:
${outcome('h2k8', 1, '          goals: [{ reading: restMillivolts, least: -90, most: -84 }]\n          solution: { potassium: 4 }\n')}${outcome('m4r8', 0.25, '          goals: [{ reading: restMillivolts, most: -90 }]\n          solution: { potassium: 3 }\n')}${outcome('j5n2', 0, `${wrong}          solution: { potassium: 9 }\n`)}`;

test('a decision may be a place in a drawing, or what a model is brought to', () => {
  expectOnly(decisionWith(places));
  expectOnly(decisionWith(outcomes));
});

const at = 'stages[0].decision';
test.each([
  [places, 'figure: balance', 'figure: scales', 'unknown-id', `${at}.figure`, 'figure: scales'],
  [places, 'at: [280, 90]', 'at: [340, 90]', 'pick-outside', `${at}.options[1].at`, 'at: [340'],
  [places, '          at: [280, 90]\n', '', 'pick-without-place', `${at}.options[1].at`, '- id: j5n2'],
  [places, 'figure: balance\n      ', '', 'stray-field', `${at}.options[0].at`, 'at: [40, 90]'],
  [outcomes, 'figure: resting', 'figure: sleeping', 'unknown-id', `${at}.challenge.figure`, 'challenge:'],
  [outcomes, 'potassium: 7.1', 'potassium: 4', 'challenge-solved', `${at}.challenge.from`, 'challenge:'],
  [outcomes, 'moves: [potassium]', 'moves: [sodium]', 'challenge-setting', `${at}.challenge.moves[0]`, 'ch'],
  [
    outcomes,
    'reading: restMillivolts, most',
    'reading: rest, most',
    'challenge-reading',
    `${at}.options[1].goals[0].reading`,
    'goals: [{ reading: rest,',
  ],
  [
    outcomes,
    'solution: { potassium: 3 }',
    'solution: { potassium: 4 }',
    'challenge-solution',
    `${at}.options[1].solution`,
    'solution: { potassium: 4 }',
  ],
  [
    outcomes,
    'solution: { potassium: 9 }',
    'solution: { calcium: 2 }',
    'challenge-solution',
    `${at}.options[2].solution`,
    'solution: { calcium',
  ],
  [
    outcomes,
    '          solution: { potassium: 9 }\n',
    '',
    'challenge-solution',
    `${at}.options[2].solution`,
    '- id: j5n2',
  ],
  [
    outcomes,
    '          goals: [{ reading: restMillivolts, most: -90 }]\n',
    '',
    'outcome-goals',
    `${at}.options[1].goals`,
    '- id: m4r8',
  ],
])('in a decision, with %s, %s written as %s is refused', (lines, from, to, code, field, line) => {
  const files = decisionWith(lines);
  const planted = plant(files, caseFile, from, to, 'stages:');
  const place = {
    code,
    file: caseFile,
    field,
    at: line,
    after: from === 'solution: { potassium: 3 }' ? 'm4r8' : 'stages:',
  };
  if (code === 'stray-field') expectProblem(planted, place);
  else expectOnly(planted, place);
});

test('the last outcome of a decision stands for whatever is left, and a decision has one figure', () => {
  const last = outcomes.replace(
    'solution: { potassium: 9 }',
    'solution: { potassium: 9 }\n          goals: [{ reading: restMillivolts, least: -80 }]',
  );
  expectOnly(decisionWith(last), {
    code: 'outcome-goals',
    file: caseFile,
    field: `${at}.options[2].goals`,
    at: 'goals: [{ reading: restMillivolts, least: -80',
  });
  expectOnly(decisionWith(`figure: balance\n      ${outcomes}`), {
    code: 'two-figures',
    file: caseFile,
    field: `${at}.challenge`,
    at: 'challenge:',
  });
});

test('a figure that is played with must exist', () => {
  const figure = 'tiny/salt/figures/balance.yaml';
  const clean = cleanLearning();
  const played = (play: string) => ({ ...clean, [figure]: `play: ${play}\n${clean[figure]!}` });
  expectOnly(played('{ figure: heart, view: loop, preset: chagas }'));
  expectOnly(played('{ figure: hart, view: loop, preset: chagas }'), {
    code: 'unknown-id',
    file: figure,
    field: 'play.figure',
    at: 'play:',
  });
  expectOnly(played('{ figure: heart, view: loop, preset: chagaz }'), {
    code: 'unknown-id',
    file: figure,
    field: 'play.preset',
    at: 'play:',
  });
  expectOnly(played('{ figure: heart, view: loops, preset: chagas }'), {
    code: 'unknown-id',
    file: figure,
    field: 'play.view',
    at: 'play:',
  });
});
