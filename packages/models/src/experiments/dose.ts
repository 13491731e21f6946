import { agonistEffect, curveShape, receptorOccupancy, type Agonist } from '../dose-response.ts';
import { respondingFraction, therapeuticIndex } from '../therapeutic-index.ts';
import { choice, dial, experiment, logCurve } from './experiment.ts';

/** Teaching drugs at one receptor: K_A in nmol/L, τ in receptors present over those half of the effect needs. */
const agonists: Record<'full' | 'less potent' | 'partial' | 'weak', Agonist> = {
  full: { dissociationConstant: 100, efficacy: 30 },
  'less potent': { dissociationConstant: 1000, efficacy: 30 },
  partial: { dissociationConstant: 10, efficacy: 2 / 3 },
  weak: { dissociationConstant: 100, efficacy: 0.3 },
};

/** Concentration and effect, with antagonists that can be overcome and that cannot. */
export const effectExperiment = experiment(
  {
    antagonist: dial(0, 100, 1, 0),
    logDose: dial(-1, 5, 0.1, 1),
    receptorsLeft: dial(1, 100, 1, 100),
    agonist: choice(['full', 'less potent', 'partial', 'weak'], 'full'),
  },
  ({ antagonist, logDose, receptorsLeft, agonist }) => {
    const drug = agonists[agonist];
    const tissue = {
      receptorsLeftFraction: receptorsLeft / 100,
      antagonist: { concentration: antagonist, dissociationConstant: 1 },
    };
    const dose = 10 ** logDose;
    const shape = curveShape(drug, tissue);
    return {
      readings: {
        effectPercent: 100 * agonistEffect(drug, dose, tissue),
        topPercent: 100 * shape.top,
        ec50NmolPerL: shape.ec50,
        occupancyPercent: 100 * receptorOccupancy(drug, dose, tissue),
        occupancyAtEc50Percent: 100 * shape.occupancyAtEc50,
      },
      traces: {
        effect: logCurve(0.1, 1e5, 90, (one) => 100 * agonistEffect(drug, one, tissue)),
        occupancy: logCurve(0.1, 1e5, 90, (one) => 100 * receptorOccupancy(drug, one, tissue)),
      },
    };
  },
);

/** How many people a dose helps, and how many it harms. */
export const safetyExperiment = experiment(
  {
    dose: dial(1, 100, 1, 10),
    index: dial(1.5, 20, 0.5, 4),
    slope: dial(1, 10, 0.5, 3),
  },
  ({ dose, index, slope }) => {
    const benefit = { medianDose: 10, slope };
    const harm = { medianDose: 10 * index, slope };
    const margins = therapeuticIndex(benefit, harm);
    return {
      readings: {
        helpedPercent: 100 * respondingFraction(benefit, dose),
        harmedPercent: 100 * respondingFraction(harm, dose),
        index: margins.index,
        safetyFactor: margins.certainSafetyFactor,
      },
      traces: {
        benefit: logCurve(1, 400, 80, (one) => 100 * respondingFraction(benefit, one)),
        harm: logCurve(1, 400, 80, (one) => 100 * respondingFraction(harm, one)),
      },
    };
  },
);
