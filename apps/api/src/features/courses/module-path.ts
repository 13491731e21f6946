import {
  calibratedWithin,
  enrichFrom,
  reinforceBelow,
  type Language,
  type ModulePath,
} from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import { chanceOf } from '../attempts/concept-estimates.ts';
import type { Progress } from './course-progress.ts';

type Module = Catalogue['courses'][number]['modules'][number];

/** Under so many answers a concept says nothing of a level, and a module nothing of calibration. */
const enoughOfConcept = 3;
const enoughOfModule = 10;
/** The chance that a middling item gives to who knows nothing of it: one of four options. */
const guess = 0.25;

/**
 * Which way to go on in a module, from the same estimates that choose practice: reinforcement below a stated level,
 * enrichment above another for who is well calibrated. A proposal: both ways stay open.
 */
export const modulePath = (
  catalogue: Pick<Catalogue, 'concepts'>,
  module: Pick<Module, 'concepts'>,
  { estimates, history }: Pick<Progress, 'estimates' | 'history'>,
  language: Language,
): ModulePath => {
  const levelOf = (id: string): number | null => {
    const estimate = estimates.get(id);
    return estimate && estimate.answers >= enoughOfConcept ? chanceOf(estimate.ability, guess) : null;
  };
  const levels = module.concepts.flatMap((id) => levelOf(id) ?? []);
  const level = levels.length > 0 ? mean(levels) : null;
  const own = history.filter(({ concepts }) => concepts.some((id) => module.concepts.includes(id)));
  const bias =
    own.length >= enoughOfModule
      ? mean(own.map(({ confidence, fraction }) => confidence - (fraction === 1 ? 1 : 0)))
      : null;
  const isWeak = (id: string) => (levelOf(id) ?? 1) < reinforceBelow;
  const first = new Set(
    module.concepts.filter(isWeak).flatMap((id) => {
      const before = catalogue.concepts.get(id)?.prerequisites ?? [];
      return [...before.filter((one) => (levelOf(one) ?? 0) < enrichFrom), id];
    }),
  );
  return {
    kind: kindOf(level, bias, levels.length * 2 >= module.concepts.length),
    level,
    bias,
    first: [...first].flatMap((id) => {
      const concept = catalogue.concepts.get(id);
      return concept?.moduleId ? [{ id, title: concept.title[language], moduleId: concept.moduleId }] : [];
    }),
  };
};

const kindOf = (level: number | null, bias: number | null, half: boolean): ModulePath['kind'] => {
  if (level === null) return 'unknown';
  if (level < reinforceBelow) return 'reinforcement';
  // Of half the concepts at least, so that one well-known concept does not open the module's end.
  const ahead = half && level >= enrichFrom && bias !== null && Math.abs(bias) <= calibratedWithin;
  return ahead ? 'enrichment' : 'between';
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
