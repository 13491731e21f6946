import { test } from 'vitest';
import { expectOnly, expectProblem, planted } from '../testing/plant.ts';

const practice = 'tiny/salt/practice.yaml';
const concepts = 'tiny/concepts.yaml';
const caseFile = 'tiny/salt/case.yaml';
const gain = 'tiny/assessment/gain.yaml';

test('an item whose concept no open lesson teaches is refused', () => {
  expectOnly(planted(practice, 'concepts: [osmosis]', 'concepts: [osmosis, glucose]'), {
    code: 'untaught-concept',
    file: practice,
    field: 'items[0].concepts[1]',
    at: 'glucose',
  });
});

test('a decision or an assessment item whose concept no open lesson teaches is refused', () => {
  expectOnly(planted(caseFile, 'concepts: [osmosis]', 'concepts: [osmosis, glucose]'), {
    code: 'untaught-concept',
    file: caseFile,
    field: 'stages[0].decision.concepts[1]',
    at: 'glucose',
  });
  expectOnly(planted(gain, 'concepts: [osmosis]', 'concepts: [osmosis, glucose]'), {
    code: 'untaught-concept',
    file: gain,
    field: 'items[0].concepts[1]',
    at: 'glucose',
  });
});

test('fewer than three practice items of a concept are refused', () => {
  expectOnly(planted(practice, 'concepts: [volume]', 'concepts: [osmosis]', 'practice-4'), {
    code: 'too-few-items',
    file: 'tiny/salt/module.yaml',
    field: 'concepts[1]',
    at: 'concepts: [osmosis, volume]',
  });
});

test('a concept of an open module needs another explanation and a step further', () => {
  const files = planted(concepts, '    enrichment:', '    # enrichment:');
  expectOnly(files, {
    code: 'missing-enrichment',
    file: concepts,
    field: 'concepts[0].enrichment',
    at: '- id: osmosis',
  });
  const listed = 'explanations:\n      - kind: analogy\n        text:';
  expectProblem(planted(concepts, listed, 'explanations: []\n    # text:'), {
    code: 'missing-explanation',
    file: concepts,
    field: 'concepts[0].explanations',
    at: 'explanations: []',
  });
});

test('two explanations of one kind are refused', () => {
  const words = Array(70).fill('word').join(' ');
  const second = `      - kind: figure\n        text: { es: ${words}, en: ${words} }\n`;
  expectOnly(planted(concepts, '      - kind: figure\n', `${second}      - kind: figure\n`, 'id: volume'), {
    code: 'explanation-kind',
    file: concepts,
    field: 'concepts[1].explanations[1].kind',
    at: 'kind: figure',
    after: 'kind: figure',
  });
});

test('a text far from its length is advice', () => {
  expectOnly(planted('tiny/salt/module.yaml', `en: ${'word '.repeat(10)}`, 'en: word '), {
    severity: 'warning',
    code: 'text-length',
    file: 'tiny/salt/module.yaml',
    field: 'patient.presentation.en',
    at: 'presentation',
  });
});
