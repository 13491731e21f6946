import {
  bicarbonateMmolPerL,
  bloodPh,
  expectedCompensation,
  readBloodGas,
  usualGases,
} from '../acid-base.ts';
import { glomerularFiltration } from '../glomerular-filtration.ts';
import { estimatedFiltration, excretedFraction, renalClearanceMlPerMinute } from '../renal-clearance.ts';
import { choice, curve, dial, experiment } from './experiment.ts';

const medicines = {
  none: {},
  nsaid: { afferentFloor: 2 },
  'ace inhibitor': { efferentTone: 0.7 },
  both: { afferentFloor: 2, efferentTone: 0.7 },
};

/** Filtration over arterial pressure, and what breaks its autoregulation. */
export const filtrationExperiment = experiment(
  {
    pressure: dial(40, 180, 5, 95),
    medicine: choice(['none', 'nsaid', 'ace inhibitor', 'both'], 'none'),
    stenosis: dial(0, 0.2, 0.01, 0),
  },
  ({ pressure, medicine, stenosis }) => {
    const conditions = { ...medicines[medicine], stenosisResistance: stenosis };
    const at = (meanArterialMmHg: number) => glomerularFiltration({ ...conditions, meanArterialMmHg });
    const now = at(pressure);
    return {
      readings: {
        filtrationMlPerMinute: now.filtrationMlPerMinute,
        bloodFlowMlPerMinute: now.bloodFlowMlPerMinute,
        capillaryMmHg: now.capillaryMmHg,
        filtrationPercent: 100 * now.filtrationFraction,
      },
      traces: { filtration: curve(40, 180, 70, (mmHg) => at(mmHg).filtrationMlPerMinute) },
    };
  },
);

const filtered = 125;

/** What is cleared of a substance, beside what is filtered. */
export const clearanceExperiment = experiment(
  {
    urine: dial(0, 400, 5, 125),
    flow: dial(0.5, 10, 0.5, 1),
    plasma: dial(0.5, 20, 0.5, 1),
  },
  ({ urine, flow, plasma }) => {
    const clearance = renalClearanceMlPerMinute(urine, flow, plasma);
    return {
      readings: {
        clearanceMlPerMinute: clearance,
        excretedPercent: 100 * excretedFraction(clearance, filtered),
        filteredMgPerMinute: (filtered * plasma) / 100,
        excretedMgPerMinute: (urine * flow) / 100,
      },
      traces: {},
    };
  },
);

/** Filtration estimated from creatinine. */
export const creatinineExperiment = experiment(
  {
    creatinine: dial(0.4, 8, 0.1, 1),
    age: dial(18, 90, 1, 60),
    sex: choice(['female', 'male'], 'female'),
  },
  ({ creatinine, age, sex }) => ({
    readings: { filtrationMlPerMinute: estimatedFiltration(creatinine, age, sex) },
    traces: { filtration: curve(0.4, 8, 76, (one) => estimatedFiltration(one, age, sex)) },
  }),
);

/** A patient's gases on the map of bicarbonate and PCO₂, with the compensation that one disorder alone would have. */
export const gasesExperiment = experiment(
  {
    bicarbonate: dial(5, 45, 1, 24),
    carbonDioxide: dial(12, 90, 1, 40),
    altitude: dial(0, 5, 0.1, 0),
  },
  ({ bicarbonate, carbonDioxide, altitude }) => {
    const ph = bloodPh(bicarbonate, carbonDioxide);
    const readable = ph >= 6.8 && ph <= 7.8;
    const reading = readable ? readBloodGas(ph, carbonDioxide, altitude) : undefined;
    const usual = usualGases(altitude);
    const expected = reading?.compensation;
    const band = (disorder: 'metabolic acidosis' | 'metabolic alkalosis', from: number, to: number) =>
      curve(from, to, 12, (given) => given).map(([given]): [number, number] => [
        expectedCompensation(disorder, given, altitude).expected,
        given,
      ]);
    const line = (
      disorder:
        | 'acute respiratory acidosis'
        | 'chronic respiratory acidosis'
        | 'acute respiratory alkalosis'
        | 'chronic respiratory alkalosis',
      to: number,
    ) => {
      const start = usual.pco2MmHg + (to > usual.pco2MmHg ? 0.5 : -0.5);
      return curve(start, to, 8, (pco2) => expectedCompensation(disorder, pco2, altitude).expected);
    };
    return {
      readings: {
        ph,
        bicarbonateMmolPerL: bicarbonate,
        carbonDioxideMmHg: carbonDioxide,
        expectedCarbonDioxideMmHg: expected?.answer === 'pco2MmHg' ? expected.expected : undefined,
        expectedBicarbonateMmolPerL:
          expected?.answer === 'bicarbonateMmolPerL' ? expected.expected : undefined,
        disorders: reading?.disorders.length,
      },
      traces: {
        disorders: reading?.disorders ?? [],
        margin: expected?.margin,
        usual,
        isoPh: [7.2, 7.4, 7.6].map((one) => ({
          ph: one,
          points: curve(12, 90, 20, (pco2) => bicarbonateMmolPerL(one, pco2)),
        })),
        metabolicAcidosis: band('metabolic acidosis', 5, usual.bicarbonateMmolPerL - 0.5),
        metabolicAlkalosis: band('metabolic alkalosis', usual.bicarbonateMmolPerL + 0.5, 45),
        acuteAcidosis: line('acute respiratory acidosis', 90),
        chronicAcidosis: line('chronic respiratory acidosis', 90),
        acuteAlkalosis: line('acute respiratory alkalosis', 14),
        chronicAlkalosis: line('chronic respiratory alkalosis', 14),
      },
    };
  },
);
