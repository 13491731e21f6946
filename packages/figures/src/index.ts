import type { Figure, Text } from './figure.ts';

export type { Figure, AnyView, Lang } from './figure.ts';
export { askedOf } from './asked.ts';
export { findView } from './figure.ts';

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
      es: 'Nernst y Goldman con el K⁺ de Rosa: despolarización, canales de Na⁺ y conducción.',
      en: "Nernst and Goldman with Rosa's K⁺: depolarisation, Na⁺ channels and conduction.",
    },
    load: () => import('./resting-potential/figure.ts'),
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
];

export const findFigure = (name: string): FigureEntry | undefined =>
  figures.find((figure) => figure.name === name);
