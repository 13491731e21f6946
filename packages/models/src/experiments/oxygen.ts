import { residentPco2MmHg } from '../altitude.ts';
import { oxygenCascade, residentDifferenceMmHg } from '../oxygen-cascade.ts';
import { mixedVenousOxygen, oxygenContentMlPerDL } from '../oxygen-content.ts';
import { oxygenSaturation, p50MmHg, type BloodConditions } from '../oxygen-saturation.ts';
import { curve, dial, experiment } from './experiment.ts';

/** The dissociation curve and what moves it, between an artery and a tissue. */
export const dissociationExperiment = experiment(
  {
    ph: dial(6.9, 7.7, 0.01, 7.4),
    carbonDioxide: dial(20, 90, 5, 40),
    temperature: dial(30, 42, 0.5, 37),
    bpg: dial(0.65, 8.65, 0.5, 4.65),
    arterial: dial(42, 105, 1, 95),
    tissue: dial(10, 40, 1, 40),
  },
  ({ ph, carbonDioxide, temperature, bpg, arterial, tissue }) => {
    const blood: BloodConditions = {
      ph,
      pco2MmHg: carbonDioxide,
      temperatureCelsius: temperature,
      bpgMmolPerL: bpg,
    };
    const loaded = 100 * oxygenSaturation(arterial, blood);
    const left = 100 * oxygenSaturation(tissue, blood);
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
    haemoglobin: dial(4, 23, 0.1, 15),
    carbonMonoxide: dial(0, 50, 1, 0),
    arterial: dial(40, 110, 1, 95),
    output: dial(3, 12, 0.5, 5),
    ph: dial(7.2, 7.6, 0.01, 7.4),
  },
  ({ haemoglobin, carbonMonoxide, arterial, output, ph }) => {
    const blood = {
      ph,
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
    altitude: dial(0, 5.2, 0.01, 0.15),
    aboveResident: dial(-4, 8, 0.1, 0),
    lungLoss: dial(0, 10, 0.1, 0),
    haemoglobin: dial(6, 24, 0.1, 15),
    output: dial(3, 10, 0.5, 5),
    ph: dial(7.3, 7.5, 0.01, 7.4),
  },
  ({ altitude, aboveResident, lungLoss, haemoglobin, output, ph }) => {
    const conditions = {
      altitudeKm: altitude,
      arterialPco2MmHg: residentPco2MmHg(altitude) + aboveResident,
      alveolarArterialDifferenceMmHg: residentDifferenceMmHg(altitude) + lungLoss,
    };
    const cascadeOf = (haemoglobinGramsPerDL: number, cardiacOutputLPerMinute: number) =>
      oxygenCascade({
        ...conditions,
        blood: { haemoglobinGramsPerDL, ph },
        circulation: { cardiacOutputLPerMinute },
      });
    // A resident of the highest towns with little haemoglobin and little flow would be delivered less than is used.
    let cascade: ReturnType<typeof oxygenCascade> | undefined;
    try {
      cascade = cascadeOf(haemoglobin, output);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    // down to the artery neither haemoglobin nor flow counts
    const steps = cascade ?? cascadeOf(20, 10);
    return {
      readings: {
        airMmHg: steps.airMmHg,
        inspiredMmHg: steps.inspiredMmHg,
        carbonDioxideMmHg: conditions.arterialPco2MmHg,
        alveolarMmHg: steps.alveolarMmHg,
        differenceMmHg: conditions.alveolarArterialDifferenceMmHg,
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
