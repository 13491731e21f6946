import {
  competitionRanks,
  composite,
  lotteryDigest,
  mean,
  roundedScore,
  standardDeviation,
  topKSteps,
  weightSensitivity,
  zones,
  type Zone,
} from '@puente/measurement';
import { candidateCodes } from './selection-v0.ts';

/*
 * selection/v1: rank by a weighted composite of the percentages right on sealed forms, one form a course. It computes
 * with + − × ÷ √, our own exp and log, and a generator of our own, in the order of the file; it reads no clock and no
 * locale: the same file gives the same bytes on every machine. Once a snapshot rests on it, it is never edited;
 * another rule is another file.
 */

export interface SnapshotV1 {
  format: 'selection/v1';
  round: { id: string };
  demonstration: boolean;
  /** As published, whole; the rule reads these of it. */
  policy: {
    rule: 'selection/v1';
    seats: number;
    reserves: number;
    campusSeats: { campusId: string; seats: number }[] | null;
    components: { courseId: string; weight: number }[];
    tieBreaks: string[];
    zone: 'dossiers' | 'lottery' | 'score';
    draws: number;
    seed: string;
  };
  forms: {
    id: string;
    courseId: string;
    /** Another form than the others of its course sat: taken as equally difficult, and marked. */
    makeUp: boolean;
    /** In the order of `credits`. */
    items: { id: string; contentHash: string; scoringHash: string }[];
  }[];
  sittings: { id: string; formId: string; makeUp: boolean; proctored: boolean; demonstration: boolean }[];
  /** Ordered by learner key. */
  candidates: {
    learnerKey: string;
    campusId: string | null;
    /** In the order of the policy's components: `1` right, `0` wrong, `-` no answer, which scores 0. */
    sat: { formId: string; credits: string }[];
  }[];
  /** Who applied and was not eligible, with each condition that was not met. */
  leftOut: { learnerKey: string; missing: string[] }[];
}

export interface RankedV1 {
  learnerKey: string;
  code: string;
  campusId: string | null;
  rank: number;
  score: number;
  estimate: number;
  standardError: number;
  rights: number[];
  percents: number[];
  makeUp: boolean;
}

export interface ChanceV1 {
  learnerKey: string;
  rankLow: number;
  rankHigh: number;
  probability: number;
  zone: Zone;
}

interface ComponentFigures {
  courseId: string;
  items: number;
  constantItems: number;
  weight: number;
  effectiveWeight: number;
  mean: number;
  sd: number;
  alpha: number;
}

export interface FiguresV1 {
  /** Of the composite: 1 − Σ w²(1 − α) / its variance. */
  reliability: number;
  /** Standard error of measurement, in T. */
  sem: number;
  /** Standard deviation of Σ w z in the reference group. */
  compositeSd: number;
  components: ComponentFigures[];
}

export interface RankingV1 {
  figures: FiguresV1;
  /** In the order of the file. */
  ranked: RankedV1[];
}

const RIGHT = 49;

const countRight = (credits: string): number => {
  let right = 0;
  for (let place = 0; place < credits.length; place++) if (credits.charCodeAt(place) === RIGHT) right += 1;
  return right;
};

/** α over the items that tell people apart; the items score 0 or 1, so that p(1 − p) is their variance. */
const alphaOf = (courseId: string, rows: readonly string[], items: number) => {
  const people = rows.length;
  const rights = new Float64Array(items);
  for (const row of rows)
    for (let place = 0; place < items; place++) if (row.charCodeAt(place) === RIGHT) rights[place]! += 1;
  let telling = 0;
  let itemVariances = 0;
  for (const right of rights) {
    if (right === 0 || right === people) continue;
    telling += 1;
    itemVariances += ((right / people) * (people - right)) / (people - 1);
  }
  const sd = standardDeviation(rows.map(countRight));
  const alpha = (telling / (telling - 1)) * (1 - itemVariances / (sd * sd));
  if (!(alpha > 0 && alpha <= 1))
    throw new RangeError(`the reliability of ${courseId} must be above 0: ${alpha}`);
  return { alpha, constantItems: items - telling };
};

/**
 * The frozen evidence to ranks and ties, in the order of the file.
 *
 * Each component is the percentage right, standardised on those who sat every main form (who sat a make-up is placed
 * on the same scale, and marked). Score: T = 50 + 10 z of Σ w z. Estimate: Kelley's, 50 + ρ(T − 50), with standard
 * error 10√(ρ(1 − ρ)), ρ the reliability of the composite. Throws RangeError where the answers say nothing that ranks
 * people.
 */
export const rankCandidates = (file: SnapshotV1, sha256: string): RankingV1 => {
  const { policy, candidates } = file;
  const formOf = new Map(file.forms.map((form) => [form.id, form]));
  const scored = candidates.map(({ learnerKey, sat }) => {
    if (sat.length !== policy.components.length)
      throw new RangeError(
        `${learnerKey} sat ${sat.length} forms for ${policy.components.length} components`,
      );
    const rights: number[] = [];
    const percents: number[] = [];
    let makeUp = false;
    sat.forEach(({ formId, credits }, component) => {
      const form = formOf.get(formId);
      if (form?.courseId !== policy.components[component]!.courseId || form.items.length !== credits.length)
        throw new RangeError(`${learnerKey} has ${credits.length} credits for form ${formId}`);
      if (!/^[01-]*$/.test(credits)) throw new RangeError(`the credits of ${learnerKey} are not 0, 1 or -`);
      const right = countRight(credits);
      rights.push(right);
      percents.push((100 * right) / form.items.length);
      makeUp ||= form.makeUp;
    });
    return { rights, percents, makeUp };
  });

  const reference = scored.filter((person) => !person.makeUp).map((person) => person.percents);
  const weights = policy.components.map((component) => component.weight);
  const alphas = policy.components.map(({ courseId }, component) => {
    const rows = candidates
      .filter(({ sat }) => !formOf.get(sat[component]!.formId)!.makeUp)
      .map(({ sat }) => sat[component]!.credits);
    return alphaOf(courseId, rows, rows[0]?.length ?? 0);
  });
  const together = composite({
    weights,
    reference,
    candidates: candidates.map(({ learnerKey }, index) => ({
      id: learnerKey,
      values: scored[index]!.percents,
      sds: weights.map(() => 0),
    })),
  });
  const { compositeSd } = together.reference;
  let errors = 0;
  weights.forEach((weight, component) => {
    errors += weight * weight * (1 - alphas[component]!.alpha);
  });
  const reliability = 1 - errors / (compositeSd * compositeSd);
  if (!(reliability > 0 && reliability <= 1))
    throw new RangeError(`the reliability of the composite must be above 0: ${reliability}`);

  const scores = together.scores.map(({ t }) => t);
  const standardError = 10 * Math.sqrt(reliability * (1 - reliability));
  const codes = candidateCodes(
    candidates.map((candidate) => candidate.learnerKey),
    sha256,
  );
  const ranks = new Array<number>(candidates.length);
  for (const list of listsOf(file)) {
    const own = competitionRanks(list.members.map((index) => scores[index]!));
    list.members.forEach((index, place) => {
      ranks[index] = own[place]!;
    });
  }
  return {
    figures: {
      reliability,
      sem: 10 * Math.sqrt(1 - reliability),
      compositeSd,
      components: policy.components.map(({ courseId, weight }, component) => ({
        courseId,
        items: file.forms.find((form) => form.courseId === courseId && !form.makeUp)!.items.length,
        constantItems: alphas[component]!.constantItems,
        weight,
        effectiveWeight: together.effectiveWeights[component]!,
        mean: mean(reference.map((row) => row[component]!)),
        sd: together.reference.sds[component]!,
        alpha: alphas[component]!.alpha,
      })),
    },
    ranked: candidates.map(({ learnerKey, campusId }, index) => ({
      learnerKey,
      code: codes.get(learnerKey)!,
      campusId: policy.campusSeats ? campusId : null,
      rank: ranks[index]!,
      score: scores[index]!,
      estimate: 50 + reliability * (scores[index]! - 50),
      standardError,
      ...scored[index]!,
    })),
  };
};

interface List {
  campusId: string | null;
  seats: number;
  /** Places in `candidates`. */
  members: number[];
}

/** Who competes with whom: everybody, or each campus for its own seats. */
export const listsOf = ({ policy, candidates }: Pick<SnapshotV1, 'policy' | 'candidates'>): List[] => {
  if (!policy.campusSeats)
    return [{ campusId: null, seats: policy.seats, members: candidates.map((_, index) => index) }];
  return policy.campusSeats.map(({ campusId, seats }) => ({
    campusId,
    seats,
    members: candidates.flatMap((candidate, index) => (candidate.campusId === campusId ? [index] : [])),
  }));
};

/** Intervals, chances and zones, list by list: yields how many draws are done, returns them in the order of the file. */
export function* chanceSteps(
  file: SnapshotV1,
  ranked: readonly RankedV1[],
): Generator<number, ChanceV1[], void> {
  const { draws, seed } = file.policy;
  const lists = listsOf(file).filter((list) => list.members.length > 0);
  const chances = new Array<ChanceV1>(ranked.length);
  for (const [place, list] of lists.entries()) {
    const members = list.members.map((index) => ranked[index]!);
    const seats = Math.min(list.seats, members.length);
    const steps = topKSteps({
      estimates: members.map(({ learnerKey, estimate, standardError }) => ({
        id: learnerKey,
        mean: estimate,
        sd: standardError,
      })),
      k: seats,
      draws,
      seed: list.campusId === null ? seed : `${seed} ${list.campusId}`,
    });
    let step = steps.next();
    for (; !step.done; step = steps.next())
      yield Math.floor((place * draws + step.value.done) / lists.length);
    const drawn = step.value;
    const zoned = zones(
      members.map(({ learnerKey, score }, index) => ({
        id: learnerKey,
        score,
        probability: drawn[index]!.probability,
      })),
      seats,
    );
    list.members.forEach((index, member) => {
      chances[index] = {
        learnerKey: members[member]!.learnerKey,
        rankLow: drawn[member]!.rankInterval[0],
        rankHigh: drawn[member]!.rankInterval[1],
        probability: drawn[member]!.probability,
        zone: zoned[member]!.zone,
      };
    });
  }
  return chances;
}

/** How the order answers to each weight a fifth smaller and larger; nothing to say with one component. */
export const sensitivityOf = (file: SnapshotV1, { figures, ranked }: RankingV1) => {
  if (figures.components.length < 2) return [];
  return weightSensitivity({
    weights: figures.components.map(({ weight }) => weight),
    standardised: ranked.map(({ percents }) =>
      percents.map((percent, component) => {
        const { mean: centre, sd } = figures.components[component]!;
        return (percent - centre) / sd;
      }),
    ),
    seats: Math.min(file.policy.seats, ranked.length),
  }).map(({ component, ...change }) => ({ courseId: figures.components[component]!.courseId, ...change }));
};

interface Standing {
  learnerKey: string;
  campusId: string | null;
  score: number;
  percents: readonly number[];
  zone: Zone;
  /** Of the dossier; null where none was read. */
  dossier: number | null;
}

export interface DecidedV1 {
  learnerKey: string;
  outcome: 'seat' | 'reserve' | 'none';
  place: number | null;
  decidedBy: 'score' | 'zone' | 'override';
}

/**
 * Seats and reserves. Who is in is seated; the zone is ordered by what the policy said (dossier score, lottery, or
 * score); ties by the published order of courses, at last by SHA-256(draw ‖ snapshot hash ‖ learner key). Overrides come
 * first: the seated by hand take seats, those left out give theirs up, the order fills the rest. Reserves follow from
 * the zone and then from who is out. Throws RangeError where more are seated by hand than there
 * are seats.
 */
export const decideOutcomes = (
  { policy }: Pick<SnapshotV1, 'policy'>,
  sha256: string,
  standings: readonly Standing[],
  draw: string,
  overrides: ReadonlyMap<string, DecidedV1['outcome']>,
): DecidedV1[] => {
  const zoneOrder: Record<Zone, number> = { in: 0, review: 1, out: 2 };
  const courses = policy.components.map((component) => component.courseId);
  const breaks = policy.tieBreaks.map((courseId) => courses.indexOf(courseId));
  const digests = new Map<string, string>();
  const digest = (learnerKey: string): string => {
    const known = digests.get(learnerKey) ?? lotteryDigest({ draw, snapshotHash: sha256 }, learnerKey);
    digests.set(learnerKey, known);
    return known;
  };
  const byLot = (a: Standing, b: Standing): number => {
    const [x, y] = [digest(a.learnerKey), digest(b.learnerKey)];
    return x < y ? -1 : x > y ? 1 : 0;
  };
  const byScore = (a: Standing, b: Standing): number => {
    const difference = roundedScore(b.score) - roundedScore(a.score);
    if (difference !== 0) return difference;
    for (const component of breaks) {
      const broken = roundedScore(b.percents[component]!) - roundedScore(a.percents[component]!);
      if (broken !== 0) return broken;
    }
    return byLot(a, b);
  };
  const inZone = (a: Standing, b: Standing): number => {
    if (policy.zone === 'lottery') return byLot(a, b);
    if (policy.zone === 'dossiers') {
      const difference = roundedScore(b.dossier ?? 0) - roundedScore(a.dossier ?? 0);
      if (difference !== 0) return difference;
    }
    return byScore(a, b);
  };
  const decided: DecidedV1[] = [];
  const listed = policy.campusSeats ?? [{ campusId: null, seats: policy.seats }];
  // Reserves are shared out over the lists in their order, as evenly as they go.
  listed.forEach(({ campusId, seats }, place) => {
    const reserves =
      Math.floor(policy.reserves / listed.length) + Number(place < policy.reserves % listed.length);
    const members = standings.filter((standing) => standing.campusId === campusId);
    const ordered = members.toSorted(
      (a, b) => zoneOrder[a.zone] - zoneOrder[b.zone] || (a.zone === 'review' ? inZone(a, b) : byScore(a, b)),
    );
    const byHand = (to: DecidedV1['outcome']) =>
      ordered.filter(({ learnerKey }) => overrides.get(learnerKey) === to);
    const free = ordered.filter(({ learnerKey }) => !overrides.has(learnerKey));
    const seatedByHand = byHand('seat');
    if (seatedByHand.length > seats) throw new RangeError('more are seated by hand than there are seats');
    const seated = new Set([...seatedByHand, ...free.slice(0, seats - seatedByHand.length)]);
    const waitingByHand = byHand('reserve');
    const waiting = [...waitingByHand, ...free.filter((standing) => !seated.has(standing))].slice(
      0,
      Math.max(reserves, waitingByHand.length),
    );
    const placeOf = new Map<Standing, number>();
    ordered
      .filter((standing) => seated.has(standing))
      .forEach((standing, at) => placeOf.set(standing, at + 1));
    waiting.forEach((standing, at) => placeOf.set(standing, at + 1));
    for (const standing of ordered) {
      const reserved = placeOf.has(standing) && !seated.has(standing);
      decided.push({
        learnerKey: standing.learnerKey,
        outcome: seated.has(standing) ? 'seat' : reserved ? 'reserve' : 'none',
        place: placeOf.get(standing) ?? null,
        decidedBy: overrides.has(standing.learnerKey)
          ? 'override'
          : standing.zone === 'review'
            ? 'zone'
            : 'score',
      });
    }
  });
  return decided;
};
