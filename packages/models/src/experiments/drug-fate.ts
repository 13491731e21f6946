import { repeatedDoses, type DrugDose } from '../drug-dose.ts';
import { gentamicinBands, gentamicinLevels, newbornGentamicin } from '../gentamicin-newborn.ts';
import { halfLifeHours, oneCompartmentConcentrations, renallyAdjustedClearance } from '../one-compartment.ts';
import { twoCompartmentConcentrations, twoCompartmentRates } from '../two-compartment.ts';
import { evenTimes } from '../trajectory.ts';
import { choice, dial, experiment, lineOf } from './experiment.ts';

/** A teaching drug of an adult: 30 L, 5 L/h of which the kidney does 80 %. */
const teachingDrug = { volumeL: 30, clearanceLPerHour: 5, excretedFraction: 0.8 };
const courseHours = 96;

/** Repeated doses with a loading dose, by mouth or vein, as the kidneys fail. */
export const courseExperiment = experiment(
  {
    kidney: dial(5, 120, 5, 100),
    dose: dial(50, 800, 25, 300),
    interval: dial(4, 48, 4, 8),
    loading: dial(0, 1500, 50, 0),
    route: choice(['vein', 'mouth'], 'vein'),
  },
  ({ kidney, dose, interval, loading, route }) => {
    const drug = {
      volumeL: teachingDrug.volumeL,
      clearanceLPerHour: renallyAdjustedClearance(
        teachingDrug.clearanceLPerHour,
        teachingDrug.excretedFraction,
        kidney / 100,
      ),
    };
    const one: DrugDose =
      route === 'vein'
        ? { route: 'bolus', amountMg: dose }
        : { route: 'oral', amountMg: dose, absorptionPerHour: 1, bioavailability: 0.9 };
    const count = Math.floor(courseHours / interval);
    const doses = repeatedDoses(one, interval, count, loading > 0 ? loading : undefined);
    const times = evenTimes(0, courseHours, 481);
    const levels = oneCompartmentConcentrations(drug, doses, times);
    const lastFrom = (count - 1) * interval;
    const last = levels.filter((_, k) => times[k]! >= lastFrom && times[k]! < lastFrom + interval);
    return {
      readings: {
        troughMgPerL: Math.min(...last.slice(-3)),
        peakMgPerL: Math.max(...last),
        halfLifeHours: halfLifeHours(drug),
        firstTroughMgPerL: oneCompartmentConcentrations(drug, doses, [interval - 1e-9])[0]!,
        clearanceLPerHour: drug.clearanceLPerHour,
      },
      traces: { level: lineOf(times, levels, 480) },
    };
  },
);

/** A drug that first spreads and then leaves. */
export const compartmentsExperiment = experiment(
  {
    exchange: dial(0.5, 30, 0.5, 10),
    peripheral: dial(5, 200, 5, 40),
    clearance: dial(1, 20, 0.5, 5),
    route: choice(['vein', 'mouth'], 'vein'),
  },
  ({ exchange, peripheral, clearance, route }) => {
    const drug = {
      centralVolumeL: 12,
      peripheralVolumeL: peripheral,
      clearanceLPerHour: clearance,
      intercompartmentalClearanceLPerHour: exchange,
    };
    const { distributionPerHour, terminalPerHour } = twoCompartmentRates(drug);
    const times = evenTimes(0, 24, 121);
    const dose: DrugDose =
      route === 'vein'
        ? { route: 'bolus', amountMg: 500 }
        : { route: 'oral', amountMg: 500, absorptionPerHour: 1, bioavailability: 0.9 };
    const levels = twoCompartmentConcentrations(drug, [dose], times);
    const single = oneCompartmentConcentrations(
      { volumeL: 12 + peripheral, clearanceLPerHour: clearance },
      [dose],
      times,
    );
    return {
      readings: {
        distributionHours: Math.LN2 / distributionPerHour,
        terminalHours: Math.LN2 / terminalPerHour,
        peakMgPerL: Math.max(...levels),
        peakHours: times[levels.indexOf(Math.max(...levels))]!,
        atTwoHoursMgPerL: levels[10]!,
      },
      traces: {
        level: lineOf(
          times,
          levels.map((value) => Math.max(value, 1e-3)),
        ),
        single: lineOf(
          times,
          single.map((value) => Math.max(value, 1e-3)),
        ),
      },
    };
  },
);

/** Gentamicin in a newborn's first week, with the bands that its levels should meet. */
export const gentamicinExperiment = experiment(
  {
    interval: dial(12, 60, 6, 36),
    dose: dial(2, 8, 0.5, 5),
    weeks: dial(24, 42, 1, 38),
    kidney: dial(20, 120, 10, 100),
    weight: dial(0.6, 5, 0.1, 3.2),
  },
  ({ interval, dose, weeks, kidney, weight }) => {
    const newborn = { weightKg: weight, gestationalAgeWeeks: weeks, kidneyFunction: kidney / 100 };
    const levels = gentamicinLevels(newborn, { doseMgPerKg: dose, intervalHours: interval }, 3);
    const drug = newbornGentamicin(newborn);
    const given = { route: 'infusion', amountMg: dose * weight, durationHours: 0.5 } as const;
    const times = evenTimes(0, 120, 481);
    const course = oneCompartmentConcentrations(
      drug,
      repeatedDoses(given, interval, Math.ceil(120 / interval)),
      times,
    );
    return {
      readings: {
        troughMgPerL: levels.troughMgPerL,
        peakMgPerL: levels.peakMgPerL,
        halfLifeHours: halfLifeHours(drug),
        doseMg: dose * weight,
      },
      traces: { level: lineOf(times, course, 480), bands: gentamicinBands },
    };
  },
);
