import { dormandPrince } from './dormand-prince.ts';
import { requireBetween, requireNotNegative } from './requirements.ts';
import { evenTimes, type Derivatives } from './trajectory.ts';

/** A person of the minimal model. All are teaching values of the size found in the sources. */
export interface GlucosePerson {
  weightKg: number;
  basalGlucoseMgPerDL: number;
  basalInsulinMuPerL: number;
  /** S_G, 1/min: glucose's own effect on its uptake */
  glucoseEffectivenessPerMinute: number;
  /** S_I, 1/min for each mU/L */
  insulinSensitivity: number;
  /** mU/L/min of secretion for each mg/dL of glucose above basal; 0 without a pancreas */
  betaCellResponse: number;
}

export const glucosePersons = {
  healthy: {
    weightKg: 70,
    basalGlucoseMgPerDL: 90,
    basalInsulinMuPerL: 8,
    glucoseEffectivenessPerMinute: 0.02,
    insulinSensitivity: 6e-4,
    betaCellResponse: 0.2,
  },
  insulinResistant: {
    weightKg: 90,
    basalGlucoseMgPerDL: 100,
    basalInsulinMuPerL: 18,
    glucoseEffectivenessPerMinute: 0.017,
    insulinSensitivity: 1.5e-4,
    betaCellResponse: 0.3,
  },
  typeTwo: {
    weightKg: 90,
    basalGlucoseMgPerDL: 150,
    basalInsulinMuPerL: 15,
    glucoseEffectivenessPerMinute: 0.014,
    insulinSensitivity: 1.2e-4,
    betaCellResponse: 0.05,
  },
  typeOne: {
    weightKg: 70,
    basalGlucoseMgPerDL: 130,
    basalInsulinMuPerL: 10,
    glucoseEffectivenessPerMinute: 0.014,
    insulinSensitivity: 5e-4,
    betaCellResponse: 0,
  },
} as const satisfies Record<string, GlucosePerson>;

export interface Meal {
  startMinutes: number;
  carbohydrateGrams: number;
}

export interface InsulinInjection {
  startMinutes: number;
  units: number;
}

/** Absorption from the gut, of a mixed meal in healthy people: per minute, and fractions. */
const gut = {
  fastest: 0.0558,
  slowest: 0.008,
  absorption: 0.057,
  b: 0.82,
  d: 0.01,
  bioavailable: 0.9,
} as const;
const GLUCOSE_VOLUME_DL_PER_KG = 1.7;
const INSULIN_VOLUME_L_PER_KG = 0.12;
const INSULIN_REMOVAL_PER_MINUTE = 0.138;
const INSULIN_ACTION_PER_MINUTE = 0.025;
const INJECTION_MINUTES = 55;

/**
 * The rates of the eight parts after a meal of a size: solid and ground food in the stomach and glucose in
 * the gut (mg), plasma glucose (mg/dL), remote insulin action (1/min), plasma insulin (mU/L), two depots
 * under the skin (mU).
 */
export function glucoseDerivatives(person: GlucosePerson, mealMg: number): Derivatives {
  const steepEmpty = mealMg > 0 ? 5 / (2 * mealMg * (1 - gut.b)) : 0;
  const steepFull = mealMg > 0 ? 5 / (2 * mealMg * gut.d) : 0;
  const { basalGlucoseMgPerDL: gb, basalInsulinMuPerL: ib } = person;
  const glucoseVolume = GLUCOSE_VOLUME_DL_PER_KG * person.weightKg;
  const insulinVolume = INSULIN_VOLUME_L_PER_KG * person.weightKg;
  return (_, state, rates) => {
    const solid = state[0]!;
    const ground = state[1]!;
    const intestine = state[2]!;
    const glucose = state[3]!;
    const action = state[4]!;
    const insulin = state[5]!;
    const stomach = solid + ground;
    const emptying =
      gut.slowest +
      ((gut.fastest - gut.slowest) / 2) *
        (Math.tanh(steepEmpty * (stomach - gut.b * mealMg)) -
          Math.tanh(steepFull * (stomach - gut.d * mealMg)) +
          2);
    const appearance = (gut.bioavailable * gut.absorption * intestine) / glucoseVolume;
    const secretion = person.betaCellResponse * Math.max(0, glucose - gb);
    rates[0] = -gut.fastest * solid;
    rates[1] = gut.fastest * solid - emptying * ground;
    rates[2] = emptying * ground - gut.absorption * intestine;
    rates[3] =
      appearance -
      (person.glucoseEffectivenessPerMinute + action) * glucose +
      person.glucoseEffectivenessPerMinute * gb;
    rates[4] = INSULIN_ACTION_PER_MINUTE * (person.insulinSensitivity * (insulin - ib) - action);
    rates[5] =
      secretion +
      state[7]! / (INJECTION_MINUTES * insulinVolume) -
      INSULIN_REMOVAL_PER_MINUTE * (insulin - ib);
    rates[6] = -state[6]! / INJECTION_MINUTES;
    rates[7] = (state[6]! - state[7]!) / INJECTION_MINUTES;
  };
}

/**
 * Plasma glucose and insulin over hours of meals and rapid insulin under the skin.
 *
 * Formula: minimal model dG/dt = R_a/V_G − (S_G + X)G + S_G·G_b, dX/dt = p₂(S_I(I − I_b) − X), with p₂
 * .025/min and V_G 1.7 dL/kg; dI/dt = secretion + injected/V_I − .138(I − I_b), secretion β·(G − G_b) above
 * basal. R_a leaves the gut of the three-compartment meal whose stomach empties slower half-way; 90 % of it
 * appears. Injected insulin passes two depots of 55 min each.
 * Shapes: meals and injections in any order within the span; one point for every `stepMinutes`, 5 by default.
 * Units: min, g, units, mg/dL, mU/L; appearance mg/min. Range: weight 20 to 200 kg, meals up to 200 g,
 * injections up to 50 units, 1 to 48 h. A meal joins what is left in the stomach of the one before.
 * Leaves out ketones, glucagon, glucose in urine and the liver as a part of its own: without insulin the true
 * rise is higher and dangerous, and glucose under 60 would be fought by hormones that are not here.
 * Errors: RangeError outside the range.
 * Source: Bergman, Ider, Bowden & Cobelli (1979), Am. J. Physiol. 236, E667–E677; Dalla Man, Camilleri &
 * Cobelli (2006), IEEE Trans. Biomed. Eng. 53, 2472–2478; Hovorka et al. (2004), Physiol. Meas. 25, 905–920.
 * Secretion in proportion to glucose is a teaching simplification.
 */
export function glucoseDay(
  person: GlucosePerson,
  durationMinutes: number,
  meals: readonly Meal[] = [],
  injections: readonly InsulinInjection[] = [],
  stepMinutes = 5,
) {
  requireBetween(person.weightKg, 20, 200, 'weightKg');
  requireBetween(person.basalGlucoseMgPerDL, 50, 300, 'basalGlucoseMgPerDL');
  requireBetween(person.basalInsulinMuPerL, 0, 100, 'basalInsulinMuPerL');
  requireBetween(person.glucoseEffectivenessPerMinute, 0.005, 0.06, 'glucoseEffectivenessPerMinute');
  requireBetween(person.insulinSensitivity, 0, 0.003, 'insulinSensitivity');
  requireBetween(person.betaCellResponse, 0, 3, 'betaCellResponse');
  requireBetween(durationMinutes, 60, 2880, 'durationMinutes');
  requireBetween(stepMinutes, 1, 60, 'stepMinutes');
  for (const { startMinutes, carbohydrateGrams } of meals) {
    requireBetween(startMinutes, 0, durationMinutes, 'meal startMinutes');
    requireBetween(carbohydrateGrams, 0, 200, 'carbohydrateGrams');
  }
  for (const { startMinutes, units } of injections) {
    requireBetween(startMinutes, 0, durationMinutes, 'injection startMinutes');
    requireNotNegative(units, 'units');
    requireBetween(units, 0, 50, 'units');
  }
  const times = evenTimes(0, durationMinutes, Math.round(durationMinutes / stepMinutes) + 1);
  const moments = [
    0,
    ...meals.map((m) => m.startMinutes),
    ...injections.map((i) => i.startMinutes),
    durationMinutes,
  ];
  const breaks = [...new Set(moments)].sort((a, b) => a - b);
  const columns = Array.from({ length: 8 }, () => new Float64Array(times.length));
  let state = [0, 0, 0, person.basalGlucoseMgPerDL, 0, person.basalInsulinMuPerL, 0, 0];
  let mealMg = 0;
  for (let k = 0; k < breaks.length; k++) {
    const from = breaks[k]!;
    const to = breaks[k + 1];
    const eaten = meals
      .filter((m) => m.startMinutes === from)
      .reduce((sum, m) => sum + 1000 * m.carbohydrateGrams, 0);
    if (eaten > 0) {
      mealMg = state[0]! + state[1]! + eaten;
      state[0]! += eaten;
    }
    for (const { startMinutes, units } of injections) if (startMinutes === from) state[6]! += 1000 * units;
    const at = times.indexOf(from);
    if (at >= 0) state.forEach((value, i) => (columns[i]![at] = value));
    if (to === undefined) break;
    const inside = times.filter((time) => time > from && time < to);
    const { values } = dormandPrince({
      derivatives: glucoseDerivatives(person, mealMg),
      initial: state,
      times: [from, ...inside, to],
      relativeTolerance: 1e-8,
      absoluteTolerance: 1e-8,
    });
    inside.forEach((time, j) =>
      columns.forEach((column, i) => (column[times.indexOf(time)] = values[i]![j + 1]!)),
    );
    state = values.map((column) => column.at(-1)!);
  }
  const [solid, ground, intestine, glucose, action, insulin] = columns as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return {
    timesMinutes: times,
    glucoseMgPerDL: glucose,
    insulinMuPerL: insulin,
    insulinActionPerMinute: action,
    stomachMg: solid.map((value, k) => value + ground[k]!),
    intestineMg: intestine,
    appearanceMgPerMinute: intestine.map((value) => gut.bioavailable * gut.absorption * value),
  };
}
