import { fit2pl, fitRasch, mean, minimums, type FittedItem } from '@puente/measurement';
import type { FormModel } from '@puente/schemas';

type Fitted = Extract<FormModel, { kind: 'rasch' | '2pl' }>;
type None = Extract<FormModel, { kind: 'none' }>;

export interface FormFit {
  model: Fitted | None;
  /** In the order of the columns; null for an item all right, or no better than chance, and without a model. */
  items: (FittedItem | null)[];
}

const nearChance = 0.1;

/**
 * The response model of a form, by how many took it: none under 100, Rasch under 500, 2PL with a weak prior from
 * there. Guessing is never estimated: it is fixed at chance where the mean lies within .10 of it. Pure.
 *
 * `matrix` is person × item of 0 and 1: who took the form and left an item out did not know it.
 */
export const fitForm = (matrix: readonly (readonly (0 | 1)[])[], chance: number): FormFit => {
  const people = matrix.length;
  const items = matrix[0]?.length ?? 0;
  const none = (reason: None['reason']): FormFit => ({
    model: { kind: 'none', reason, people },
    items: Array.from({ length: items }, () => null),
  });
  if (people < minimums.modelResponses) return none('responses');
  const guessing = mean(matrix.map((row) => mean(row))) - chance <= nearChance ? chance : 0;
  // An item that is right no more often than guessing would be has no place on the scale.
  const floor = guessing + 2 * Math.sqrt((guessing * (1 - guessing)) / people);
  const fittable = Array.from({ length: items }, (_, item) => item).filter((item) => {
    const share = mean(matrix.map((row) => row[item]!));
    return share > floor && share < 1;
  });
  const columns = matrix.map((row) => fittable.map((item) => row[item]!));
  const kind = people < minimums.twoParameterPeople ? 'rasch' : '2pl';
  try {
    const fitted = kind === 'rasch' ? fitRasch(columns, { guessing }) : fit2pl(columns, { guessing });
    const placed = new Map(fittable.map((item, place) => [item, fitted.items[place]!]));
    return {
      model: {
        kind,
        people,
        guessing,
        logLikelihood: fitted.logLikelihood,
        iterations: fitted.iterations,
      },
      items: Array.from({ length: items }, (_, item) => placed.get(item) ?? null),
    };
  } catch (error) {
    if (error instanceof RangeError) return none('not-converged');
    throw error;
  }
};
