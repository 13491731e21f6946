import { oxygenCascade } from '../oxygen-cascade.ts';
import { mixedVenousOxygen, oxygenContentMlPerDL } from '../oxygen-content.ts';
import { oxygenSaturation, p50MmHg, type BloodConditions } from '../oxygen-saturation.ts';
import { curve, dial, experiment } from './experiment.ts';

const lungMmHg = 95;
const tissueMmHg = 40;

/** The dissociation curve and what moves it, between a lung and a tissue of fixed PO₂. */
export const dissociationExperiment = experiment(
  {
    ph: dial(6.9, 7.7, 0.05, 7.4),
    carbonDioxide: dial(20, 90, 5, 40),
    temperature: dial(30, 42, 0.5, 37),
    bpg: dial(0.65, 8.65, 0.5, 4.65),
  },
  ({ ph, carbonDioxide, temperature, bpg }) => {
    const blood: BloodConditions = {
      ph,
      pco2MmHg: carbonDioxide,
      temperatureCelsius: temperature,
      bpgMmolPerL: bpg,
    };
    const loaded = 100 * oxygenSaturation(lungMmHg, blood);
    const left = 100 * oxygenSaturation(tissueMmHg, blood);
    return {
      readings: {
        p50MmHg: p50MmHg(blood),
        lungPercent: loaded,
        tissuePercent: left,
        releasedPercent: loaded - left,
      },
      traces: { saturation: curve(0, 110, 110, (po2) => 100 * oxygenSaturation(po2, blood)) },
    };
  },
);

/** How much oxygen blood carries, with its haemoglobin and with carbon monoxide on part of it. */
export const carriageExperiment = experiment(
  {
    haemoglobin: dial(4, 23, 0.5, 15),
    carbonMonoxide: dial(0, 50, 1, 0),
    arterial: dial(40, 110, 5, 95),
    output: dial(3, 12, 0.5, 5),
  },
  ({ haemoglobin, carbonMonoxide, arterial, output }) => {
    const blood = {
      haemoglobinGramsPerDL: haemoglobin,
      carboxyhaemoglobinFraction: carbonMonoxide / 100,
    };
    const circulation = { cardiacOutputLPerMinute: output };
    const content = oxygenContentMlPerDL(arterial, blood);
    const enough = content - 250 / (10 * output) > 0.5;
    const venous = enough ? mixedVenousOxygen(arterial, blood, circulation) : undefined;
    return {
      readings: {
        contentMlPerDL: content,
        saturationPercent: 100 * oxygenSaturation(arterial, blood),
        deliveryMlPerMinute: 10 * output * content,
        venousMmHg: venous?.venousPo2MmHg,
        extractionPercent: venous && 100 * venous.extractionFraction,
      },
      traces: {
        content: curve(0, 110, 55, (po2) => oxygenContentMlPerDL(po2, blood)),
        venousContent: venous?.venousContentMlPerDL,
      },
    };
  },
);

/** The fall of PO₂ from the air of a place to the veins of a resident at rest. */
export const cascadeExperiment = experiment(
  {
    altitude: dial(0, 5.2, 0.05, 0.15),
    haemoglobin: dial(6, 24, 0.5, 15),
    output: dial(3, 10, 0.5, 5),
  },
  ({ altitude, haemoglobin, output }) => {
    const conditions = {
      altitudeKm: altitude,
      blood: { haemoglobinGramsPerDL: haemoglobin },
      circulation: { cardiacOutputLPerMinute: output },
    };
    // A resident of the highest towns with little haemoglobin and little flow would be delivered less than is used.
    let cascade: ReturnType<typeof oxygenCascade> | undefined;
    try {
      cascade = oxygenCascade(conditions);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    const steps = cascade ?? oxygenCascade({ altitudeKm: altitude });
    return {
      readings: {
        airMmHg: steps.airMmHg,
        inspiredMmHg: steps.inspiredMmHg,
        alveolarMmHg: steps.alveolarMmHg,
        arterialMmHg: steps.arterialMmHg,
        venousMmHg: cascade?.venousMmHg,
        saturationPercent: 100 * steps.arterialSaturation,
        contentMlPerDL: cascade?.arterialContentMlPerDL,
        deliveryMlPerMinute: cascade?.deliveryMlPerMinute,
      },
      traces: {},
    };
  },
);
