import type { Leg, Stage } from './case-path.ts';

type Fact = NonNullable<Stage['facts']>[number];
export type Group = Fact['group'];

export const groups: readonly Group[] = ['history', 'examination', 'tests'];

export interface KnownFact {
  label: string;
  /** With its unit, where it has one. */
  value: string;
  reference?: string;
  /** Learnt since the last decision. */
  fresh: boolean;
}

export type VitalSign = NonNullable<Fact['vital']>;

export interface Vital {
  sign: VitalSign;
  value: string;
  fresh: boolean;
}

// Content writes "1" where there is no unit, as for pH, and "1/min" for a rate.
const withUnit = ({ value, unit = '1' }: Fact): string => {
  if (unit === '1') return String(value);
  return unit.startsWith('1/') ? `${value}${unit.slice(1)}` : `${value}\u00a0${unit}`;
};

const metIn = (legs: readonly Leg[]): { fact: Fact; fresh: boolean }[] =>
  legs.flatMap(({ stages }, index) =>
    stages.flatMap(({ facts = [] }) => facts.map((fact) => ({ fact, fresh: index === legs.length - 1 }))),
  );

/** What is known once these legs are lived: the latest value of each, where it first stood. */
export const knownFacts = (legs: readonly Leg[]): Record<Group, KnownFact[]> => {
  const known: Record<Group, Map<string, KnownFact>> = {
    history: new Map(),
    examination: new Map(),
    tests: new Map(),
  };
  for (const { fact, fresh } of metIn(legs)) {
    known[fact.group].set(fact.label, {
      label: fact.label,
      value: withUnit(fact),
      ...(fact.reference !== undefined && { reference: fact.reference }),
      fresh,
    });
  }
  return {
    history: [...known.history.values()],
    examination: [...known.examination.values()],
    tests: [...known.tests.values()],
  };
};

/** The line of vital signs: the latest of each. */
export const vitalsOf = (legs: readonly Leg[]): Vital[] => {
  const latest = new Map<VitalSign, Vital>();
  for (const { fact, fresh } of metIn(legs)) {
    if (fact.vital) latest.set(fact.vital, { sign: fact.vital, value: String(fact.value), fresh });
  }
  return [...latest.values()];
};
