import type { Figure, Text } from './figure.ts';

export type { Figure, AnyView, Lang } from './figure.ts';
export { askedOf } from './asked.ts';
export { findView } from './figure.ts';
export { begin, move, opening, readText, solves, textOf } from './settings.ts';

/** What the gallery says of a figure before anything of it is fetched. */
export interface FigureEntry {
  name: string;
  title: Text;
  about: Text;
  load: () => Promise<{ figure: Figure }>;
}

export const figures: readonly FigureEntry[] = [
  {
    name: 'resting-potential',
    title: { es: 'El reposo de una fibra', en: 'A fibre at rest' },
    about: {
      es: 'Nernst y Goldman con el K⁺ de Rosa: despolarización, canales de Na⁺ listos y conducción.',
      en: "Nernst and Goldman with Rosa's K⁺: depolarisation, ready Na⁺ channels and conduction.",
    },
    load: () => import('./resting-potential/figure.ts'),
  },
  {
    name: 'action-potential',
    title: { es: 'El impulso nervioso', en: 'The nerve impulse' },
    about: {
      es: 'Hodgkin y Huxley: umbral, bloqueo de canales, período refractario; y la mielina de Javier.',
      en: "Hodgkin and Huxley: threshold, blocked channels, refractory period; and Javier's myelin.",
    },
    load: () => import('./action-potential/figure.ts'),
  },
  {
    name: 'heart',
    title: { es: 'El latido', en: 'The heartbeat' },
    about: {
      es: 'El bucle de presión y volumen, las válvulas, y la hemorragia de Milagros: ¿presión o volumen?',
      en: "The pressure–volume loop, valves, and Milagros's haemorrhage: pressure or volume?",
    },
    load: () => import('./heart/figure.ts'),
  },
  {
    name: 'oxygen',
    title: { es: 'El oxígeno, del aire al tejido', en: 'Oxygen, from air to tissue' },
    about: {
      es: 'La cascada en Lima, Cusco y La Rinconada; la curva de disociación; anemia y monóxido de carbono.',
      en: 'The cascade in Lima, Cusco and La Rinconada; the dissociation curve; anaemia and carbon monoxide.',
    },
    load: () => import('./oxygen/figure.ts'),
  },
  {
    name: 'kidney',
    title: { es: 'El riñón y los ácidos', en: 'The kidney and acids' },
    about: {
      es: 'Los gases de Mateo en el mapa, con su altitud; la filtración y lo que la rompe; depuración y creatinina.',
      en: "Mateo's gases on the map, with their altitude; filtration and what breaks it; clearance and creatinine.",
    },
    load: () => import('./kidney/figure.ts'),
  },
  {
    name: 'glucose',
    title: { es: 'Glucosa e insulina', en: 'Glucose and insulin' },
    about: {
      es: 'Un plato, una dosis y su momento, con Camila. Sin cuerpos cetónicos, y lo dice.',
      en: 'A plate, a dose and its moment, with Camila. No ketones, and it says so.',
    },
    load: () => import('./glucose/figure.ts'),
  },
  {
    name: 'enzyme',
    title: { es: 'Una enzima y sus frenos', en: 'An enzyme and its brakes' },
    about: {
      es: 'Tres maneras de inhibir, el antídoto del metanol, y una curva ajustada a tus propios puntos.',
      en: 'Three ways to inhibit, the antidote of methanol, and a curve fitted to points of your own.',
    },
    load: () => import('./enzyme/figure.ts'),
  },
  {
    name: 'family',
    title: { es: 'Una familia y su riesgo', en: 'A family and its risk' },
    about: {
      es: 'Dibuja la familia, elige el patrón y lee el riesgo de cada persona; y lo que pasa cuando un par no se separa.',
      en: "Draw the family, choose the pattern and read each person's risk; and what follows when a pair does not part.",
    },
    load: () => import('./family/figure.ts'),
  },
  {
    name: 'population',
    title: { es: 'Genes y pruebas en una población', en: 'Genes and tests in a population' },
    about: {
      es: 'Lo que vale una prueba positiva; Hardy–Weinberg con su χ²; azar, selección y migración.',
      en: 'What a positive test is worth; Hardy–Weinberg with its χ²; chance, selection and migration.',
    },
    load: () => import('./population/figure.ts'),
  },
  {
    name: 'outbreak',
    title: { es: 'Vacunas y brotes', en: 'Vaccines and outbreaks' },
    about: {
      es: 'Sarampión en una ciudad según su cobertura; anticuerpos tras la primera y la segunda dosis.',
      en: 'Measles in a city by its coverage; antibodies after the first and the second dose.',
    },
    load: () => import('./outbreak/figure.ts'),
  },
  {
    name: 'dose',
    title: { es: 'Dosis y respuesta', en: 'Dose and response' },
    about: {
      es: 'Agonistas totales y parciales, antagonistas, receptores de reserva, índice terapéutico.',
      en: 'Full and partial agonists, antagonists, spare receptors, therapeutic index.',
    },
    load: () => import('./dose/figure.ts'),
  },
  {
    name: 'drug-fate',
    title: { es: 'El destino de un fármaco', en: 'The fate of a drug' },
    about: {
      es: 'La gentamicina de Mateo, recién nacido; dosis repetidas cuando falla el riñón, dos compartimentos.',
      en: "Mateo's gentamicin, a newborn's; repeated doses when the kidney fails, two compartments.",
    },
    load: () => import('./drug-fate/figure.ts'),
  },
];

export const findFigure = (name: string): FigureEntry | undefined =>
  figures.find((figure) => figure.name === name);
