import {
  fourFifths,
  minimums,
  purifiedDif,
  responseTimeEffort,
  type SelectedGroup,
} from '@puente/measurement';
import { fairnessFacts, type Fairness } from '@puente/schemas';

type Fact = (typeof fairnessFacts)[number];

export interface FairnessInput {
  basis: Fairness['basis'];
  people: {
    selected: boolean;
    facts: Record<Fact, string | null>;
    /** Credits and seconds by form, in the order of its items. */
    sat: { formId: string; credits: string; seconds: (number | null)[] }[];
  }[];
  forms: { formId: string; courseId: string; items: string[] }[];
  campusNames: Record<string, string>;
}

const { subgroupPeople } = minimums;

/**
 * What a look at fairness shows: prompts, never a verdict. Groups under ten are told nowhere, and no more groups are
 * told than leave ten people or none untold: a smaller rest would be a difference away. Pure.
 */
export const fairnessOf = (input: FairnessInput): Fairness => ({
  basis: input.basis,
  facts: fairnessFacts.map((fact) => factOf(input, fact)),
  effort: effortOf(input),
});

const factOf = (input: FairnessInput, fact: Fact): Fairness['facts'][number] => {
  const members = Map.groupBy(
    input.people.filter(({ facts }) => facts[fact] !== null),
    ({ facts }) => facts[fact]!,
  );
  const large: SelectedGroup[] = [...members]
    .filter(([, people]) => people.length >= subgroupPeople)
    .map(([group, people]) => ({
      group,
      selected: people.filter(({ selected }) => selected).length,
      total: people.length,
    }))
    .sort((a, b) => b.total - a.total || (a.group < b.group ? -1 : 1));
  const untold = (groups: readonly SelectedGroup[]) =>
    input.people.length - groups.reduce((sum, { total }) => sum + total, 0);
  const shown = large.slice(0, large.findLastIndex((_, last) => bears(untold(large.slice(0, last + 1)))) + 1);
  const comparable = shown.length >= 2 && shown.some(({ selected }) => selected > 0);
  const rest = untold(shown);
  return {
    fact,
    groups: comparable
      ? fourFifths(shown).map(({ group, selected, total, rate, ratio, flagged, turnsWithOneMore, p }) => ({
          group,
          name: fact === 'campus' ? (input.campusNames[group] ?? null) : null,
          candidates: total,
          selected,
          rate,
          ratio,
          flagged,
          turnsWithOneMore,
          p,
        }))
      : [],
    notShown: comparable ? rest : null,
    items: comparable ? itemsOf(input, fact, shown) : [],
  };
};

const bears = (rest: number): boolean => rest === 0 || rest >= subgroupPeople;

/** Every other group against the largest, form by form; the flagged first. */
const itemsOf = (input: FairnessInput, fact: Fact, shown: readonly SelectedGroup[]) => {
  const [reference, ...others] = shown;
  const tried: Fairness['facts'][number]['items'] = [];
  for (const { formId, courseId, items } of input.forms) {
    for (const { group: focal } of others) {
      const rows: number[][] = [];
      const groups: ('reference' | 'focal')[] = [];
      for (const { facts, sat } of input.people) {
        const group = facts[fact];
        const own = sat.find((form) => form.formId === formId);
        if (!own || (group !== focal && group !== reference!.group)) continue;
        rows.push([...own.credits].map((credit) => (credit === '1' ? 1 : 0)));
        groups.push(group === focal ? 'focal' : 'reference');
      }
      const count = (name: 'reference' | 'focal') => groups.filter((group) => group === name).length;
      if (count('focal') < subgroupPeople || count('reference') < subgroupPeople || items.length < 3)
        continue;
      purifiedDif(rows, groups).items.forEach((result, place) => {
        if (!result) return;
        const [low, high] = result.interval;
        tried.push({
          itemCode: items[place]!,
          courseId,
          reference: reference!.group,
          focal,
          delta: result.delta,
          interval: [low, high],
          etsClass: result.etsClass,
          enough: result.enough,
          flagged: low > 0 || high < 0 || result.etsClass !== 'A',
        });
      });
    }
  }
  return tried.toSorted((a, b) => Number(b.flagged) - Number(a.flagged));
};

const effortOf = (input: FairnessInput): Fairness['effort'] => {
  const answered = new Map(input.people.map((person) => [person, { rapid: 0, answered: 0 }]));
  for (const { formId, items } of input.forms) {
    const sat = input.people.flatMap((person) => {
      const own = person.sat.find((form) => form.formId === formId);
      return own ? [{ person, seconds: own.seconds }] : [];
    });
    const met = items.flatMap((_, place) =>
      sat.some(({ seconds }) => seconds[place] !== null) ? [place] : [],
    );
    if (sat.length === 0 || met.length === 0) continue;
    const effort = responseTimeEffort(sat.map(({ seconds }) => met.map((place) => seconds[place]!)));
    effort.people.forEach((own, index) => {
      if (!own) return;
      const sums = answered.get(sat[index]!.person)!;
      sums.rapid += own.rapid;
      sums.answered += own.answered;
    });
  }
  const efforts = [...answered.values()].filter((own) => own.answered > 0);
  const sorted = efforts.map((own) => 1 - own.rapid / own.answered).sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = sorted.length === 0 ? 1 : (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
  const flagged = efforts.filter((own) => own.rapid > 0.1 * own.answered).length;
  return {
    candidates: efforts.length,
    flagged: flagged === 0 || flagged >= subgroupPeople ? flagged : null,
    medianEffort: median,
  };
};
