import { fibreExperiment, patchExperiment, refractoryExperiment } from './action-potential.ts';
import { effectExperiment, safetyExperiment } from './dose.ts';
import { compartmentsExperiment, courseExperiment, gentamicinExperiment } from './drug-fate.ts';
import { fitExperiment, inhibitionExperiment } from './enzyme.ts';
import type { AnyExperiment } from './experiment.ts';
import { karyotypeExperiment, pedigreeExperiment } from './family.ts';
import { mealExperiment } from './glucose.ts';
import { haemorrhageExperiment, loopExperiment } from './heart.ts';
import {
  clearanceExperiment,
  creatinineExperiment,
  filtrationExperiment,
  gasesExperiment,
} from './kidney.ts';
import { antibodyExperiment, outbreakExperiment } from './outbreak.ts';
import { carriageExperiment, cascadeExperiment, dissociationExperiment } from './oxygen.ts';
import { driftExperiment, genotypesExperiment, testExperiment } from './population.ts';
import { restExperiment } from './resting-potential.ts';

/** Every figure's views, each with its experiment: what courses may name and what the server scores by. */
export const experiments = {
  'resting-potential': { rest: restExperiment },
  'action-potential': { patch: patchExperiment, refractory: refractoryExperiment, fibre: fibreExperiment },
  heart: { haemorrhage: haemorrhageExperiment, loop: loopExperiment },
  oxygen: { cascade: cascadeExperiment, curve: dissociationExperiment, content: carriageExperiment },
  kidney: {
    gases: gasesExperiment,
    filtration: filtrationExperiment,
    clearance: clearanceExperiment,
    creatinine: creatinineExperiment,
  },
  glucose: { meal: mealExperiment },
  enzyme: { inhibition: inhibitionExperiment, fit: fitExperiment },
  family: { pedigree: pedigreeExperiment, karyotype: karyotypeExperiment },
  population: { test: testExperiment, genotypes: genotypesExperiment, drift: driftExperiment },
  outbreak: { outbreak: outbreakExperiment, antibodies: antibodyExperiment },
  dose: { effect: effectExperiment, safety: safetyExperiment },
  'drug-fate': {
    gentamicin: gentamicinExperiment,
    course: courseExperiment,
    compartments: compartmentsExperiment,
  },
} as unknown as Readonly<Record<string, Readonly<Record<string, AnyExperiment>>>>;

export const findExperiment = (figure: string, view: string): AnyExperiment | undefined =>
  Object.hasOwn(experiments, figure) && Object.hasOwn(experiments[figure]!, view)
    ? experiments[figure]![view]
    : undefined;
