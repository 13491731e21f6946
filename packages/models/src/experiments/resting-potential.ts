import { goldmanPotentialMillivolts, restingMuscleFibre } from '../goldman-potential.ts';
import { nernstPotentialMillivolts } from '../nernst-potential.ts';
import {
  calciumShiftMillivolts,
  readySodiumFraction,
  relativeConductionVelocity,
} from '../sodium-availability.ts';
import { curve, dial, experiment, logCurve } from './experiment.ts';

const { potassium, sodium } = restingMuscleFibre;

const restAt = (potassiumOutside: number, sodiumPermeability: number): number =>
  goldmanPotentialMillivolts({
    ...restingMuscleFibre,
    potassium: { ...potassium, outsideMmolPerL: potassiumOutside },
    sodium: { ...sodium, permeability: sodiumPermeability },
  });

const nernst = (outsideMmolPerL: number, insideMmolPerL: number): number =>
  nernstPotentialMillivolts({ outsideMmolPerL, insideMmolPerL, valence: 1 });

const usualReady = readySodiumFraction(restAt(potassium.outsideMmolPerL, sodium.permeability));

/** A muscle fibre's rest, the sodium channels that it leaves ready, and what becomes of conduction. */
export const restExperiment = experiment(
  {
    potassium: dial(1.5, 10, 0.1, 4),
    calcium: dial(0.6, 3, 0.1, 1.2),
    leak: dial(0.005, 0.1, 0.005, 0.01),
  },
  (settings) => {
    const shift = calciumShiftMillivolts(settings.calcium);
    const restMillivolts = restAt(settings.potassium, settings.leak);
    const ready = readySodiumFraction(restMillivolts, shift);
    return {
      readings: {
        restMillivolts,
        potassiumMillivolts: nernst(settings.potassium, potassium.insideMmolPerL),
        sodiumMillivolts: nernst(sodium.outsideMmolPerL, sodium.insideMmolPerL),
        readyPercent: 100 * ready,
        velocityPercent: 100 * relativeConductionVelocity(ready, usualReady),
      },
      traces: {
        nernst: logCurve(1.5, 10, 40, (outside) => nernst(outside, potassium.insideMmolPerL)),
        rest: logCurve(1.5, 10, 40, (outside) => restAt(outside, settings.leak)),
        ready: curve(-115, -40, 75, (v) => 100 * readySodiumFraction(v, shift)).map(
          ([v, percent]): [number, number] => [percent, v],
        ),
      },
    };
  },
);
