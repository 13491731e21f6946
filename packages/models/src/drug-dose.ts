import { requireBetween, requireNotNegative, requirePositive } from './requirements.ts';

/** One dose; `startHours` places it in a regimen. */
export type DrugDose =
  | { route: 'bolus'; amountMg: number; startHours?: number }
  | { route: 'infusion'; amountMg: number; durationHours: number; startHours?: number }
  | {
      route: 'oral';
      amountMg: number;
      absorptionPerHour: number;
      bioavailability?: number;
      startHours?: number;
    };

export function requireDose(dose: DrugDose): void {
  requireNotNegative(dose.amountMg, 'amountMg');
  requireNotNegative(dose.startHours ?? 0, 'startHours');
  if (dose.route === 'infusion') requirePositive(dose.durationHours, 'durationHours');
  if (dose.route === 'oral') {
    requirePositive(dose.absorptionPerHour, 'absorptionPerHour');
    requireBetween(dose.bioavailability ?? 1, 0, 1, 'bioavailability');
  }
}

/**
 * The same dose given again and again, with an optional larger first one.
 *
 * Units: hours, mg; doses at 0, τ, 2τ… Range: 1 to 1000 doses. Errors: RangeError outside it.
 */
export function repeatedDoses(
  dose: DrugDose,
  intervalHours: number,
  count: number,
  loadingMg?: number,
): DrugDose[] {
  requireDose(dose);
  requirePositive(intervalHours, 'intervalHours');
  if (!Number.isSafeInteger(count) || count < 1 || count > 1000) {
    throw new RangeError(`count must be a whole number from 1 to 1000: ${count}`);
  }
  return Array.from({ length: count }, (_, k) => ({
    ...dose,
    amountMg: k === 0 && loadingMg !== undefined ? loadingMg : dose.amountMg,
    startHours: (dose.startHours ?? 0) + k * intervalHours,
  }));
}
