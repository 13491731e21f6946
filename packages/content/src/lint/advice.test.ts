import { expect, test } from 'vitest';
import { type Files, expectOnly, plant, planted, problemsOf } from '../testing/plant.ts';
import { chanceOfAtLeast } from './key-length.ts';

const file = 'tiny/salt/practice.yaml';
const gain = 'tiny/assessment/gain.yaml';
const stem = '{ es: Situación practice-1., en: Situation practice-1. }';
const question = '{ es: ¿Qué pasa?, en: What happens? }';

/** The first practice item with one passage exchanged. */
const first = (from: string, to: string) => planted(file, from, to, 'practice-1');
const options = (pairs: [string, string][]) =>
  [
    ['Sube', 'It rises'],
    ['Baja', 'It falls'],
    ['Oscila', 'It swings'],
    ['Queda igual', 'It stays'],
  ].reduce<Files>(
    (files, [es, en], index) =>
      plant(
        files,
        file,
        `{ es: ${es}, en: ${en} }`,
        JSON.stringify({ es: pairs[index]![0], en: pairs[index]![1] }),
      ),
    first(stem, stem),
  );
const same = (...words: string[]) => options(words.map((word) => [word, word]));
const warning = (code: string, field: string, at: string, after = 'practice-1') =>
  ({ severity: 'warning', code, file, field, at, after }) as const;

test('a key far longer than the other options is warned of in each language', () => {
  const long = '{ es: Sube despacio y luego baja otra vez, en: It rises slowly and then falls again }';
  expectOnly(
    first('{ es: Sube, en: It rises }', long),
    warning('key-long', 'items[0].options[0].text.en', long),
    warning('key-long', 'items[0].options[0].text.es', long),
  );
});

test('amounts are not judged by their length', () => {
  expectOnly(
    same('1000 mL', '2 mL', '3 mL', '4 mL'),
    warning('number-order', 'items[0].options', 'options:'),
  );
});

test('keys longest more often than chance are warned of for the form', () => {
  let files = planted(gain, 'Sube', 'Sube', 'gain-1');
  for (let index = 1; index <= 34; index += 1) {
    files = plant(files, gain, 'es: Queda igual', 'es: Queda', `id: gain-${index}\n`);
    files = plant(files, gain, 'es: Sube', 'es: Sube ya', `id: gain-${index}\n`);
  }
  const codes = problemsOf(files).filter(({ code }) => code === 'keys-longest');
  expect(codes.map(({ file: where, field, severity }) => [where, field, severity])).toEqual([
    ['tiny/assessment/forms.yaml', 'forms[0].id', 'warning'],
    ['tiny/assessment/forms.yaml', 'forms[1].id', 'warning'],
  ]);
  expect(codes[0]!.message).toContain('20 of 20');
});

test('the chance of at least so many is the binomial tail', () => {
  const quarter = (count: number) => Array<number>(count).fill(1 / 4);
  expect(chanceOfAtLeast(0, quarter(20))).toBeCloseTo(1, 12);
  expect(chanceOfAtLeast(10, quarter(20))).toBeCloseTo(0.013864, 6);
  expect(chanceOfAtLeast(2, [1 / 2, 1 / 3])).toBeCloseTo(1 / 6, 12);
});

test('keys whose ids come first too often are warned of for the form', () => {
  let files = planted(gain, 'Sube', 'Sube', 'gain-1');
  for (let index = 1; index <= 34; index += 1) {
    const key = /key: (\w{4})/.exec(files[gain]!.split(`id: gain-${index}\n`)[1]!)![1]!;
    files = plant(files, gain, `key: ${key}`, 'key: a111', `id: gain-${index}\n`);
    files = plant(files, gain, `- id: ${key}`, '- id: a111', `id: gain-${index}\n`);
  }
  const forms = 'tiny/assessment/forms.yaml';
  const told = (form: number, id: string) =>
    ({
      severity: 'warning',
      code: 'key-ids-uneven',
      file: forms,
      field: `forms[${form}].id`,
      at: `id: ${id}`,
    }) as const;
  expectOnly(files, told(0, 'T1-A'), told(1, 'T1-B'));
});

test('a word of the stem that comes back in the key alone is warned of', () => {
  const echo = first(stem, '{ es: El gradiente empuja., en: The gradient pushes. }');
  const keyed = plant(
    echo,
    file,
    '{ es: Sube, en: It rises }',
    '{ es: Gradiente, en: It rises }',
    'practice-1',
  );
  expectOnly(keyed, warning('key-echoes-stem', 'items[0].options[0].text.es', '{ es: Gradiente'));
  expectOnly(plant(keyed, file, 'es: Baja,', 'es: Gradientes,', 'practice-1'));
});

test('amounts among words are warned of', () => {
  expectOnly(
    same('Mucho', 'Poco', '3 mL', 'Bastante'),
    warning('mixed-options', 'items[0].options[2]', '- id: w2m4'),
  );
  expectOnly(same('−18 mV', '0 mV', '+18 mV', '+47 mV'));
  expectOnly(same('Ninguna', '1 de 4', '1 de 2', '3 de 4'));
});

test('amounts out of order, and amounts that overlap, are warned of', () => {
  expectOnly(same('1 mL', '3 mL', '2 mL', '4 mL'), warning('number-order', 'items[0].options', 'options:'));
  expectOnly(
    same('1–3 mL', '2–5 mL', '6–7 mL', '8–9 mL'),
    warning('number-overlap', 'items[0].options[1]', '- id: t81x'),
  );
  expectOnly(same('1–3 mL', '3–5 mL', '6–7 mL', '8–9 mL'));
  expectOnly(
    same('1.5 mL', '1,50 mL', '3 mL', '4 mL'),
    warning('number-overlap', 'items[0].options[1]', '- id: t81x'),
  );
});

test.each([
  ['siempre', 'es: Baja', 'es: Siempre', 'es'],
  ['nunca', 'es: Baja', 'es: Nunca sube', 'es'],
  ['a menudo', 'es: Baja', 'es: Baja a menudo', 'es'],
  ['suele', 'es: Baja', 'es: Suele bajar', 'es'],
  ['always', 'en: It falls', 'en: Always', 'en'],
  ['rarely', 'en: It falls', 'en: Rarely', 'en'],
])('the word "%s" in an option is warned of', (_word, from, to, language) => {
  expectOnly(first(from, to), warning('absolute-word', `items[0].options[1].text.${language}`, to));
});

test.each([
  ['es: ¿Qué pasa?', 'es: "¿Cuál hallazgo no es su causa?"', 'es'],
  ['es: ¿Qué pasa?', 'es: "¿Qué hallazgos se esperan, excepto uno?"', 'es'],
  ['en: What happens?', 'en: Which finding is not expected?', 'en'],
  ['en: What happens?', 'en: Which of these is NOT a cause?', 'en'],
])('the lead-in %s → %s is warned of', (from, to, language) => {
  expectOnly(first(from, to), warning('negative-lead-in', `items[0].question.${language}`, to));
});

test('a question why something is not so is no negative lead-in', () => {
  expectOnly(
    first(question, '{ es: "¿Qué explica que no cambie?", en: "What explains that it does not change?" }'),
  );
});

test('a question of more than 150 words is warned of', () => {
  const words = (word: string) => Array(160).fill(word).join(' ');
  expectOnly(
    first(stem, `{ es: ${words('agua')}, en: ${words('water')} }`),
    warning('wordy', 'items[0].stem.en', 'stem:'),
    warning('wordy', 'items[0].stem.es', 'stem:'),
  );
});

test('an abbreviation that nothing spells out is warned of, and one sentence of the course settles it', () => {
  const short = first('en: Situation practice-1.', 'en: Her XYZ is high.');
  expectOnly(short, warning('abbreviation', 'items[0].question.en', question));
  expectOnly(plant(short, file, 'en: Because practice-2', 'en: xylose yields zero (XYZ)'));
  expectOnly(first('en: Situation practice-1.', 'en: The CAG of the HTT gene in her ECG.'));
});

test('numbers that one language alone has are warned of', () => {
  expectOnly(
    first('es: Situación practice-1.', 'es: Situación practice-1 con 3 mL.'),
    warning('languages-differ', 'items[0].stem.es', 'stem:'),
  );
  expectOnly(first(stem, '{ es: "Bebe 1,200 mL en 2 horas.", en: Drinks 1200 mL in two hours. }'));
  expectOnly(first(stem, '{ es: "Mide 0,5.", en: It measures 0.5. }'));
});

test('numbers that the prose of one language lacks are warned of on their line', () => {
  const lesson = 'tiny/salt/lessons/salt-water/lesson.es.svx';
  expectOnly(planted(lesson, 'agua agua', 'agua 7.1 agua', '## 2'), {
    severity: 'warning',
    code: 'languages-differ',
    file: lesson,
    field: '',
    at: '7.1',
  });
});

test('a stem that says the key of another item of its form is warned of for each form', () => {
  const said = 'es: El sodio arrastra agua hacia afuera., en: Situation gain-2.';
  const files = plant(
    planted(gain, 'es: Situación gain-2., en: Situation gain-2.', said),
    gain,
    'es: Sube',
    'es: Sodio arrastra agua',
    'id: gain-1\n',
  );
  const codes = problemsOf(files).filter(({ code }) => code === 'answered-by-another');
  expect(codes.map(({ field, severity }) => [field, severity])).toEqual([
    ['forms[0].items[0]', 'warning'],
    ['forms[1].items[0]', 'warning'],
  ]);
});
