import { test } from 'vitest';
import { contentHash } from '../hash/content-hash.ts';
import { loadContent } from '../load/load-content.ts';
import { memoryReader } from '../reader.ts';
import { cleanCourse } from '../testing/clean-course.ts';
import { expectOnly, expectProblem, plant, planted } from '../testing/plant.ts';

const gain = 'tiny/assessment/gain.yaml';
const sealed = 'tiny/assessment/sealed.yaml';
const forms = 'tiny/assessment/forms.yaml';
const practice = 'tiny/salt/practice.yaml';

const stays = `      - id: z9q1
        text: { es: Queda igual, en: It stays }
        reason: { es: No queda igual, en: It does not stay }
        misconception: stays
`;

test('an assessment item with three or five options is refused', () => {
  const fifth = stays.replace(/id: \w+/, 'id: v5v5').replace('stays\n', 'sinks\n');
  const five = fifth.replace('igual', 'así').replace('en: It stays', 'en: It sinks');
  for (const options of ['', stays + five]) {
    expectOnly(planted(gain, stays, options, 'gain-2'), {
      code: 'assessment-format',
      file: gain,
      field: 'items[1].options',
      at: 'options:',
      after: 'gain-2',
    });
  }
});

test('an assessment item of another kind is refused', () => {
  const several = planted(gain, 'kind: single-best-answer', 'kind: multiple-response', 'gain-2');
  expectOnly(plant(several, gain, 'key: u5c2', 'key: [u5c2]', 'gain-2'), {
    code: 'assessment-format',
    file: gain,
    field: 'items[1].kind',
    at: 'kind: multiple-response',
  });
});

test('a challenge or another kind is refused in the sealed items too, since a sitting would not ask it whole', () => {
  const several = planted(sealed, 'kind: single-best-answer', 'kind: ordering', 'sealed-2');
  expectOnly(plant(several, sealed, 'key: u5c2', 'key: [u5c2, t81x, w2m4, z9q1]', 'sealed-2'), {
    code: 'assessment-format',
    file: sealed,
    field: 'items[1].kind',
    at: 'kind: ordering',
  });
  const clean = cleanCourse();
  const played = `  - id: sealed-played
    kind: challenge
    use: sealed
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
  expectProblem(
    { ...clean, [sealed]: clean[sealed]! + played },
    {
      code: 'assessment-format',
      file: sealed,
      field: 'items[20].kind',
      at: 'kind: challenge',
    },
  );
});

test('an item lies in the file of its use', () => {
  expectProblem(planted(gain, 'use: gain', 'use: practice'), {
    code: 'practice-in-assessment',
    file: gain,
    field: 'items[0].use',
    at: 'use: practice',
  });
  expectProblem(planted(sealed, 'use: sealed', 'use: gain'), {
    code: 'wrong-use',
    file: sealed,
    field: 'items[0].use',
    at: 'use: gain',
  });
  expectOnly(planted(practice, 'use: practice', 'use: gain'), {
    code: 'wrong-use',
    file: practice,
    field: 'items[0].use',
    at: 'use: gain',
  });
});

test('the same question in practice under another id is refused', () => {
  const stem = '{ es: Situación practice-1., en: Situation practice-1. }';
  expectOnly(planted(gain, '{ es: Situación gain-3., en: Situation gain-3. }', stem), {
    code: 'assessment-in-practice',
    file: gain,
    field: 'items[2].stem',
    at: stem,
  });
});

test('a form names assessment items of its own use, once each', () => {
  expectProblem(planted(forms, 'gain-20', 'gain-99'), {
    code: 'unknown-id',
    file: forms,
    field: 'forms[0].items[19]',
    at: 'gain-99',
  });
  expectProblem(planted(forms, 'gain-20', 'gain-19'), {
    code: 'duplicate-id',
    file: forms,
    field: 'forms[0].items[19]',
    at: 'gain-19, gain-19',
  });
  expectProblem(planted(forms, 'gain-20', 'practice-6'), {
    code: 'assessment-in-practice',
    file: forms,
    field: 'forms[0].items[19]',
    at: 'practice-6',
  });
  expectProblem(planted(forms, 'gain-20', 'sealed-20'), {
    code: 'wrong-use',
    file: forms,
    field: 'forms[0].items[19]',
    at: 'sealed-20',
  });
});

test('a form has twenty items, and six anchors among them', () => {
  expectProblem(planted(forms, ', gain-20', ''), {
    code: 'form-size',
    file: forms,
    field: 'forms[0].items',
    at: 'items:',
  });
  expectProblem(planted(forms, 'gain-5, gain-6]', 'gain-5]'), {
    code: 'form-anchors',
    file: forms,
    field: 'forms[0].anchors',
    at: 'anchors:',
  });
  expectProblem(planted(forms, 'gain-5, gain-6]', 'gain-5, gain-34]'), {
    code: 'form-anchors',
    file: forms,
    field: 'forms[0].anchors[5]',
    at: 'anchors:',
  });
});

test('forms of one scale have the same anchors', () => {
  expectOnly(planted(forms, 'gain-5, gain-6]', 'gain-5, gain-21]', 'T1-B'), {
    code: 'form-anchors',
    file: forms,
    field: 'forms[1].anchors',
    at: 'anchors:',
    after: 'T1-B',
  });
});

test('a form names its course, and modules that exist', () => {
  expectOnly(planted(forms, 'course: tiny', 'course: huge'), {
    code: 'unknown-id',
    file: forms,
    field: 'forms[0].course',
    at: 'huge',
  });
  expectProblem(planted(forms, 'modules: [salt]', 'modules: [salt, snow]'), {
    code: 'unknown-id',
    file: forms,
    field: 'forms[0].modules[1]',
    at: 'snow',
  });
});

test('an item outside the modules that its form declares is refused', () => {
  expectProblem(planted(forms, 'modules: [salt]', 'modules: [sugar]', 'T1-S'), {
    code: 'form-module',
    file: forms,
    field: 'forms[2].items[0]',
    at: 'items:',
    after: 'T1-S',
  });
});

test('forms of the same modules may differ by one item for an objective, not by two', () => {
  const once = planted(sealed, 'objective: predict', 'objective: explain');
  expectProblem(plant(once, sealed, 'objective: predict', 'objective: explain'), {
    code: 'form-balance',
    file: forms,
    field: 'forms[2].items',
    at: 'items:',
    after: 'T1-S',
  });
  expectOnly(planted(sealed, 'objective: measure', 'objective: compare'));
});

test('a form in the repository is a demonstration', () => {
  expectOnly(planted(forms, 'demonstration: true', 'demonstration: false'), {
    code: 'public-form',
    file: forms,
    field: 'forms[0].demonstration',
    at: 'demonstration: false',
  });
});

function frozen() {
  const { courses } = loadContent(memoryReader(cleanCourse()));
  const hashes = courses[0]!.assessment.items
    .filter((item) => item.use === 'sealed')
    .map((item) => `      ${item.id}: ${contentHash(item)}\n`);
  return planted(forms, 'frozen: false', `frozen: true\n    hashes:\n${hashes.join('')}`, 'T1-S');
}

test('a frozen form whose items are as they were is clean', () => {
  expectOnly(frozen());
});

test('an item of a frozen form whose wording has changed is refused', () => {
  expectOnly(plant(frozen(), sealed, 'Situación sealed-7.', 'Situación nueva.'), {
    code: 'frozen-item-changed',
    file: forms,
    field: 'forms[2].hashes.sealed-7',
    at: 'sealed-7:',
  });
});

test('mending a key, a reason or the order of options leaves a frozen form as it was', () => {
  const key = plant(frozen(), sealed, 'key: x7d3', 'key: t81x', 'sealed-7');
  const right = plant(key, sealed, '        misconception: falls\n', '', 'sealed-7');
  const wrong = plant(
    right,
    sealed,
    'en: Because sealed-7 }\n',
    'en: It does not rise }\n        misconception: rises\n',
  );
  expectOnly(wrong);
});

test('a frozen form without hashes is told each hash that is missing', () => {
  expectProblem(planted(forms, 'frozen: false', 'frozen: true', 'T1-S'), {
    code: 'frozen-without-hash',
    file: forms,
    field: 'forms[2].hashes',
    at: 'id: T1-S',
  });
});

test('an item that no form asks, and an objective without an anchor, are advice', () => {
  expectProblem(planted(forms, 'gain-34', 'gain-20'), {
    severity: 'warning',
    code: 'unused-id',
    file: gain,
    field: 'items[33].id',
    at: 'id: gain-34',
  });
  expectProblem(planted(gain, 'objective: decide', 'objective: compare', 'gain-5'), {
    severity: 'warning',
    code: 'form-anchors',
    file: forms,
    field: 'forms[0].anchors',
    at: 'anchors:',
  });
});
