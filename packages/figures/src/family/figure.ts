import { karyotypeExperiment, pedigreeExperiment } from '@puente/models/experiments/family';
import { view, type Figure } from '../figure.ts';
import { number } from '../numbers.ts';
import FamilyEditor from './FamilyEditor.svelte';
import Karyotype from './Karyotype.svelte';
import Pedigree from './Pedigree.svelte';

const pedigree = view({
  id: 'pedigree',
  title: { es: 'Genealogía', en: 'Pedigree' },
  question: {
    es: '¿Qué riesgo tiene quien pregunta, y cuánto lo baja cada hijo sano?',
    en: 'What is the risk of the one who asks, and how much does each healthy son lower it?',
  },
  experiment: pedigreeExperiment,
  controls: {
    asks: {
      label: { es: 'Quién pregunta', en: 'Who asks' },
      ends: {
        least: { es: 'La familia empieza en esta persona.', en: 'The family begins with this person.' },
        most: { es: 'No hay nadie más en esta familia.', en: 'There is nobody further in this family.' },
      },
    },
    pattern: {
      label: { es: 'Patrón', en: 'Pattern' },
      options: {
        'x-linked': { es: 'Recesivo ligado al X', en: 'X-linked recessive' },
        dominant: { es: 'Dominante', en: 'Dominant' },
        recessive: { es: 'Recesivo', en: 'Recessive' },
        mitochondrial: { es: 'Mitocondrial', en: 'Mitochondrial' },
      },
    },
    carriersIn1000: {
      label: { es: 'La variante en la población', en: 'The variant in the population' },
      unit: { es: 'de cada 1,000 alelos', en: 'in 1,000 alleles' },
      ends: {
        least: {
          es: 'Más rara, ya casi no cambia el riesgo de esta familia.',
          en: 'Any rarer, it hardly changes the risk of this family.',
        },
        most: {
          es: 'Más frecuente que esto se ve pocas veces.',
          en: 'More frequent than this is seldom seen.',
        },
      },
    },
    family: { label: { es: 'Familia', en: 'Family' } },
  },
  readings: {
    carriesPercent: {
      label: { es: 'Lleva la variante', en: 'Carries the variant' },
      unit: '%',
      digits: 1,
      none: { es: 'imposible', en: 'impossible' },
    },
    showingPercent: {
      label: { es: 'Su genotipo se manifiesta', en: 'Their genotype shows' },
      unit: '%',
      digits: 1,
      none: { es: 'imposible', en: 'impossible' },
    },
    people: { label: { es: 'Personas', en: 'People' } },
  },
  headline: 'carriesPercent',
  presets: [
    {
      id: 'renzo',
      name: { es: 'Renzo, Huntington', en: 'Renzo, Huntington' },
      patient: {
        es: 'Renzo · 31 años, sin síntomas · su padre tiene enfermedad de Huntington · él y Lucía quieren un hijo',
        en: 'Renzo · 31 years, no symptoms · his father has Huntington disease · he and Lucía want a child',
      },
      settings: { family: 'fu.ma.mq01.fu.fq32', pattern: 'dominant', asks: 3 },
    },
    {
      id: 'sons',
      name: { es: 'Tres hijos sanos', en: 'Three healthy sons' },
      patient: {
        es: 'Su hermano tiene distrofia muscular de Duchenne y ella, tres hijos sanos: ¿la lleva?',
        en: 'Her brother has Duchenne muscular dystrophy, and she has three healthy sons: does she carry it?',
      },
      settings: { family: 'fu.mu.ma01.fu01.mu.mu34.mu34.mu34', pattern: 'x-linked', asks: 4 },
    },
    {
      id: 'carrier',
      name: { es: 'Hermana sana', en: 'Healthy sister' },
      patient: {
        es: 'Su hermano tiene anemia falciforme y ella está sana: ¿es portadora?',
        en: 'Her brother has sickle-cell disease and she is well: is she a carrier?',
      },
      settings: { family: 'fu.mu.ma01.fu01.mu.fq34', pattern: 'recessive', asks: 4, carriersIn1000: 10 },
    },
    {
      id: 'mitochondrial',
      name: { es: 'Por la madre', en: 'Through the mother' },
      patient: {
        es: 'Neuropatía óptica de Leber: la abuela y un tío están afectados',
        en: "Leber's optic neuropathy: grandmother and an uncle are affected",
      },
      settings: { family: 'fa.mu.fa01.ma01.mu.fu.fq24.mq53', pattern: 'mitochondrial', asks: 7 },
    },
  ],
  usualName: { es: 'Tres hijos sanos', en: 'Three healthy sons' },
  say: ({ readings, traces }) => {
    const who = traces.who + 1;
    if (readings.carriesPercent === undefined)
      return {
        es: 'Con estos hallazgos el patrón no es posible: o el patrón es otro, o algo en la familia no es como se cree.',
        en: 'With these findings the pattern is not possible: either the pattern is another, or something in the family is not as believed.',
      };
    const affected = traces.family.filter(({ state }) => state === 'a').length;
    return {
      es: `${number(readings.people)} personas, ${affected} ${affected === 1 ? 'afectada' : 'afectadas'}. La persona ${who} lleva la variante con probabilidad ${number(readings.carriesPercent, 1)} %, y su genotipo se manifiesta con ${number(readings.showingPercent ?? 0, 1)} %.`,
      en: `${number(readings.people)} people, ${affected} affected. Person ${who} carries the variant with a probability of ${number(readings.carriesPercent, 1)} %, and their genotype shows with ${number(readings.showingPercent ?? 0, 1)} %.`,
    };
  },
  height: 250,
  Drawing: Pedigree,
  Editor: FamilyEditor,
  table: ({ traces, lang }) => {
    const es = lang === 'es';
    const states = es
      ? { a: 'afectada', u: 'sana', q: 'no se sabe' }
      : { a: 'affected', u: 'well', q: 'not known' };
    return {
      columns: es
        ? ['Persona', 'Sexo', 'Estado', 'Padres', 'Lleva (%)']
        : ['Person', 'Sex', 'State', 'Parents', 'Carries (%)'],
      rows: traces.family.map(({ sex, state, mother, father }, k) => [
        String(k + 1),
        sex === 'f' ? (es ? 'mujer' : 'female') : es ? 'hombre' : 'male',
        states[state],
        mother === undefined ? '—' : `${mother + 1}, ${father! + 1}`,
        traces.risks ? number(100 * traces.risks[k]!.carries, 1) : '—',
      ]),
    };
  },
  challenges: [],
  leavesOut: [
    {
      es: 'Mutaciones nuevas (en Duchenne, cerca de un tercio), mosaicos, heteroplasmia, la X que se apaga y la edad en que una enfermedad aparece.',
      en: 'New mutations (in Duchenne about a third), mosaics, heteroplasmy, X inactivation and the age at which an illness appears.',
    },
    {
      es: 'Penetrancia completa: quien tiene el genotipo que se manifiesta está afectado. Un cálculo no reemplaza el consejo genético.',
      en: 'Full penetrance: who has the genotype that shows is affected. A calculation does not replace genetic counselling.',
    },
  ],
  worker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
  sources: ['Murphy & Chase 1975', 'Elston & Stewart 1971', 'Lauritzen & Sheehan 2003'],
});

const karyotype = view({
  id: 'karyotype',
  title: { es: 'Cuando un par no se separa', en: 'When a pair does not part' },
  question: {
    es: '¿Qué concepciones son posibles si un par no se separa?',
    en: 'Which conceptions are possible if a pair does not part?',
  },
  experiment: karyotypeExperiment,
  controls: {
    chromosome: {
      label: { es: 'Par', en: 'Pair' },
      options: {
        '21': { es: '21', en: '21' },
        '18': { es: '18', en: '18' },
        '13': { es: '13', en: '13' },
        'X and Y': { es: 'Sexuales', en: 'Sex chromosomes' },
      },
    },
    division: {
      label: { es: 'División que falla', en: 'Division that fails' },
      options: {
        'meiosis I': { es: 'Meiosis I', en: 'Meiosis I' },
        'meiosis II': { es: 'Meiosis II', en: 'Meiosis II' },
      },
    },
    parent: {
      label: { es: 'En quién', en: 'In whom' },
      options: { mother: { es: 'Madre', en: 'Mother' }, father: { es: 'Padre', en: 'Father' } },
    },
  },
  readings: {
    extraPercent: { label: { es: 'Con uno de más', en: 'With one more' }, unit: '%' },
    usualPercent: { label: { es: 'Con 46', en: 'With 46' }, unit: '%' },
    missingPercent: { label: { es: 'Con uno de menos', en: 'With one less' }, unit: '%' },
  },
  headline: 'extraPercent',
  presets: [
    {
      id: 'down',
      name: { es: 'Valentina, trisomía 21', en: 'Valentina, trisomy 21' },
      patient: {
        es: 'Valentina · 2 días · se piensa en síndrome de Down · aquí, el par 21 no se separa en la meiosis I de Gladys, su madre',
        en: 'Valentina · 2 days · Down syndrome is suspected · here pair 21 does not part in meiosis I of Gladys, her mother',
      },
      settings: {},
    },
    {
      id: 'second',
      name: { es: 'En la meiosis II', en: 'In meiosis II' },
      patient: { es: 'El mismo par, en la segunda división', en: 'The same pair, in the second division' },
      settings: { division: 'meiosis II' },
    },
    {
      id: 'sex',
      name: { es: 'X e Y del padre', en: "The father's X and Y" },
      patient: {
        es: 'Los cromosomas sexuales no se separan en el padre',
        en: 'The sex chromosomes do not part in the father',
      },
      settings: { chromosome: 'X and Y', parent: 'father' },
    },
  ],
  usualName: { es: 'Par 21, meiosis I', en: 'Pair 21, meiosis I' },
  say: ({ readings, settings }) => ({
    es: `${settings.division === 'meiosis I' ? 'Si falla la meiosis I, ningún gameto queda usual: unos llevan los dos homólogos y otros ninguno.' : 'Si falla la meiosis II, la otra célula se divide bien: la mitad de los gametos queda usual.'} ${number(readings.extraPercent)} % de las concepciones tiene un cromosoma de más y ${number(readings.missingPercent)} %, uno de menos.`,
    en: `${settings.division === 'meiosis I' ? 'If meiosis I fails, no gamete is usual: some hold both homologues and others none.' : 'If meiosis II fails, the other cell divides well: half of the gametes are usual.'} ${number(readings.extraPercent)} % of conceptions have one chromosome more and ${number(readings.missingPercent)} % one less.`,
  }),
  height: 252,
  Drawing: Karyotype,
  table: ({ traces, lang }) => ({
    columns: [lang === 'es' ? 'Cariotipo' : 'Karyotype', '%'],
    rows: traces.conceptions.map(({ karyotype: name, probability }) => [name, number(100 * probability, 1)]),
  }),
  challenges: [
    {
      id: 'half-usual',
      text: {
        es: 'Encuentra un error que deje la mitad de las concepciones con 46.',
        en: 'Find an error that leaves half of the conceptions with 46.',
      },
      from: {},
      moves: ['division', 'chromosome'],
      goals: [{ reading: 'usualPercent', least: 50, most: 50 }],
      reason: {
        es: 'En la meiosis II falla una de las dos células: la otra da gametos usuales.',
        en: 'In meiosis II one of the two cells fails: the other gives usual gametes.',
      },
      solution: { division: 'meiosis II' },
    },
  ],
  leavesOut: [
    {
      es: 'Son probabilidades al concebir, dado el error: la mayoría no llega a nacer. La edad materna, el mosaico y las translocaciones no están.',
      en: 'These are probabilities at conception, given the error: most do not reach birth. Maternal age, mosaicism and translocations are not here.',
    },
  ],
  sources: ['Thompson & Thompson Genetics in Medicine', 'ISCN'],
});

export const figure: Figure = {
  name: 'family',
  title: { es: 'Una familia y su riesgo', en: 'A family and its risk' },
  views: [pedigree, karyotype],
};
