/** A tiny course in which nothing is wrong; tests plant one fault in it. */
export function cleanCourse(): Record<string, string> {
  return { ...cleanLearning(), ...cleanAssessment() };
}

function cleanAssessment(): Record<string, string> {
  return {
    'tiny/assessment/forms.yaml': forms,
    'tiny/assessment/gain.yaml': assessment('gain', 34),
    'tiny/assessment/sealed.yaml': assessment('sealed', 20),
  };
}

/** The course without its forms, which are long to read. */
export function cleanLearning(): Record<string, string> {
  return {
    'tiny/course.yaml': course,
    'tiny/concepts.yaml': concepts,
    'tiny/salt/module.yaml': openModule,
    'tiny/salt/practice.yaml': practice(),
    'tiny/salt/case.yaml': caseFile,
    'tiny/salt/lessons/salt-water/lesson.yaml': lesson,
    'tiny/salt/lessons/salt-water/lesson.es.svx': prose('agua'),
    'tiny/salt/lessons/salt-water/lesson.en.svx': prose('water'),
    'tiny/salt/figures/balance.yaml': figure,
    'tiny/salt/figures/balance.es.svg': drawing('Balanza'),
    'tiny/salt/figures/balance.en.svg': drawing('Balance'),
    'tiny/sugar/module.yaml': announcedModule(),
  };
}

const course = `id: tiny
title: { es: Sal, en: Salt }
summary: { es: Un curso pequeño., en: A small course. }
objectives:
  - { id: explain, text: { es: Explicar, en: Explain } }
  - { id: predict, text: { es: Predecir, en: Predict } }
  - { id: measure, text: { es: Medir, en: Measure } }
  - { id: compare, text: { es: Comparar, en: Compare } }
  - { id: decide, text: { es: Decidir, en: Decide } }
modules: [salt, sugar]
sources:
  - id: book
    kind: textbook
    citation: "A Book. 1st ed. Press; 2020."
    consulted: false
`;

const words = (count: number, word: string) => Array(count).fill(word).join(' ');

const concepts = `concepts:
  - id: osmosis
    title: { es: Ósmosis, en: Osmosis }
    summary: { es: El agua sigue a la sal., en: Water follows salt. }
    prerequisites: []
    explanations:
      - kind: analogy
        text: { es: ${words(70, 'palabra')}, en: ${words(70, 'word')} }
    enrichment: { es: ${words(50, 'palabra')}, en: ${words(50, 'word')} }
  - id: volume
    title: { es: Volumen, en: Volume }
    summary: { es: El volumen cambia., en: The volume changes. }
    prerequisites: [osmosis]
    explanations:
      - kind: figure
        text: { es: ${words(70, 'palabra')}, en: ${words(70, 'word')} }
    enrichment: { es: ${words(50, 'palabra')}, en: ${words(50, 'word')} }
  - id: glucose
    title: { es: Glucosa, en: Glucose }
    summary: { es: El combustible., en: The fuel. }
    prerequisites: [osmosis]
`;

const patient = (name: string) => `patient:
  name: ${name}
  headline: { es: ${name} bebió agua, en: ${name} drank water }
  presentation: { es: ${words(45, 'palabra')}, en: ${words(45, 'word')} }
  question: { es: ¿Por qué?, en: Why? }
  facts: { es: 40 años, en: 40 years }
`;

const openModule = `id: salt
status: open
title: { es: Sal, en: Salt }
${patient('Ana')}concepts: [osmosis, volume]
lessons: [salt-water]
case: case-ana
review: { status: awaiting clinical review }
`;

function item(id: string, use: string, concept: string, objective: string, key = 'k3f9'): string {
  return `  - id: ${id}
    kind: single-best-answer
    use: ${use}
    concepts: [${concept}]
    objective: ${objective}
    level: apply
    stem: { es: Situación ${id}., en: Situation ${id}. }
    question: { es: ¿Qué pasa?, en: What happens? }
    key: ${key}
    options:
      - id: ${key}
        text: { es: Sube, en: It rises }
        reason: { es: Porque sí ${id}, en: Because ${id} }
      - id: t81x
        text: { es: Baja, en: It falls }
        reason: { es: No baja, en: It does not fall }
        misconception: falls
      - id: w2m4
        text: { es: Oscila, en: It swings }
        reason: { es: No oscila, en: It does not swing }
        misconception: swings
      - id: z9q1
        text: { es: Queda igual, en: It stays }
        reason: { es: No queda igual, en: It does not stay }
        misconception: stays
    source: book
`;
}

const objectives = ['explain', 'predict', 'measure', 'compare', 'decide'];

function practice(): string {
  const items = Array.from({ length: 6 }, (_, index) =>
    item(`practice-${index + 1}`, 'practice', index < 3 ? 'osmosis' : 'volume', objectives[0]!),
  );
  return `items:\n${items.join('')}`;
}

function announcedModule(): string {
  const questions = [1, 2].map((number) => item(`question-${number}`, 'practice', 'glucose', 'explain'));
  return `id: sugar
status: announced
title: { es: Azúcar, en: Sugar }
${patient('Luis')}concepts: [glucose]
questions:
${questions.join('')}`;
}

/** One before, two between and one after the ids of the other options. */
const keys = ['k3f9', 'u5c2', 'x7d3', 'zz94'];

function assessment(use: string, count: number): string {
  const items = Array.from({ length: count }, (_, index) =>
    item(`${use}-${index + 1}`, use, 'osmosis', objectives[index % 5]!, keys[index % 4]!),
  );
  return `items:\n${items.join('')}`;
}

const names = (use: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${use}-${from + index}`).join(', ');

const form = (id: string, kind: string, anchors: string, items: string) => `  - id: ${id}
    course: tiny
    kind: ${kind}
    modules: [salt]
    demonstration: true
    minutes: 20
    anchors: [${anchors}]
    items: [${items}]
    frozen: false
`;

const anchors = names('gain', 1, 6);
const forms = `forms:
${form('T1-A', 'gain', anchors, names('gain', 1, 20))}${form(
  'T1-B',
  'gain',
  anchors,
  `${anchors}, ${names('gain', 21, 34)}`,
)}${form('T1-S', 'sealed', '', names('sealed', 1, 20))}`;

const lesson = `id: salt-water
title: { es: Agua con sal, en: Salt water }
minutes: 10
concepts: [osmosis, volume]
checks: [practice-1, practice-4]
sources: [{ id: book, place: "chapter 1" }]
`;

function prose(word: string): string {
  return `<Patient>

Ana ${word}.

</Patient>

## 1

${words(330, word)}

<Check item="practice-1" />

<Figure name="balance" />

## 2

<Term id="osmosis">${word}</Term> ${words(330, word)}

<Formula tex="\\frac{a}{b}" />

<Check item="practice-4" />

<Remember>

- ${word}

</Remember>

<Another concept="osmosis" />

<Further concept="volume" />
`;
}

const figure = `title: { es: Balanza, en: Balance }
words: { es: Pesa, en: It weighs }
table:
  columns: [{ es: Lado, en: Side }, { es: Peso, en: Weight }]
  rows:
    - [{ es: Izquierda, en: Left }, 1]
    - [{ es: Derecha, en: Right }, 2]
`;

function drawing(title: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200" role="img">
  <title>${title}</title>
  <path class="ink thick" fill="none" d="M0 0h10" />
  <text class="label fill-ink" x="10" y="20">1</text>
</svg>
`;
}

function decision(id: string, next: string, keyFeature: boolean): string {
  return `    decision:
      id: ${id}
      concepts: [osmosis]
      keyFeature: ${keyFeature}
      question: { es: ¿Qué haces?, en: What do you do? }
      options:
        - id: h2k8
          text: { es: Lo mejor, en: The best }
          fraction: 1
          reason: { es: Ayuda, en: It helps }
          consequence: { es: Mejora, en: She improves }
          next: ${next}
        - id: j5n2
          text: { es: Lo peor, en: The worst }
          fraction: 0
          reason: { es: Daña, en: It harms }
          consequence: { es: Empeora, en: She worsens }
          next: ${next}
          misconception: harm-helps
`;
}

const caseFile = `id: case-ana
title: { es: El caso de Ana, en: The case of Ana }
minutes: 12
setting: { es: Emergencia, en: Emergency }
altitudeMetres: 154
complaint: { es: Sed desde ayer, en: Thirst since yesterday }
sources: [book]
start: arrival
stages:
  - id: arrival
    kind: history
    title: { es: Llegada, en: Arrival }
    narrative: { es: Ana llega., en: Ana arrives. }
${decision('tiny-case-d1', 'exam', true)}  - id: exam
    kind: examination
    title: { es: Examen, en: Examination }
    narrative: { es: La examinas., en: You examine her. }
    facts:
      - group: examination
        label: { es: Frecuencia cardíaca, en: Heart rate }
        value: 42
        unit: "1/min"
        vital: FC
      - group: tests
        label: { es: Hemoglobina, en: Haemoglobin }
        value: 12.1
        unit: g/dL
        reference: "12–16"
${decision('tiny-case-d2', 'outcome', true)}  - id: outcome
    kind: course
    title: { es: Evolución, en: Course }
    narrative: { es: Pasan horas., en: Hours pass. }
${decision('tiny-case-d3', 'debrief', false)}debrief:
  summary: { es: Fin, en: End }
  script:
    risk: { es: Quien bebe, en: Who drinks }
    breaks: { es: La sal, en: Salt }
    see: { es: Sed, en: Thirst }
  mechanism: { es: Ósmosis, en: Osmosis }
`;
