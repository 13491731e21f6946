import { glucoseDay, glucosePersons } from '../glucose-insulin.ts';
import { choice, dial, experiment, lineOf } from './experiment.ts';

const mealMinutes = 60;
const longMinutes = 480;

/** Eight hours with one meal and, perhaps, rapid insulin under the skin. */
export const mealExperiment = experiment(
  {
    insulin: dial(0, 20, 0.5, 0),
    carbohydrate: dial(0, 150, 5, 60),
    before: dial(-60, 60, 15, 0),
    person: choice(['healthy', 'insulinResistant', 'typeTwo', 'typeOne'], 'healthy'),
  },
  ({ insulin, carbohydrate, before, person }) => {
    const day = glucoseDay(
      glucosePersons[person],
      longMinutes,
      carbohydrate > 0 ? [{ startMinutes: mealMinutes, carbohydrateGrams: carbohydrate }] : [],
      insulin > 0 ? [{ startMinutes: mealMinutes - before, units: insulin }] : [],
    );
    const within = (test: (value: number) => boolean) =>
      (5 * 60 * day.glucoseMgPerDL.filter(test).length) / 60;
    const hours = day.timesMinutes.map((minutes) => minutes / 60);
    return {
      readings: {
        peakMgPerDL: Math.max(...day.glucoseMgPerDL),
        lowestMgPerDL: Math.min(...day.glucoseMgPerDL),
        minutesHigh: within((value) => value > 180),
        minutesLow: within((value) => value < 70),
        insulinPeak: Math.max(...day.insulinMuPerL),
      },
      traces: {
        glucose: lineOf(hours, day.glucoseMgPerDL, 100),
        insulin: lineOf(hours, day.insulinMuPerL, 100),
      },
    };
  },
);
