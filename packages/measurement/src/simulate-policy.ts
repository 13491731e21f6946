import { competitionRanks } from './competition-ranks.ts';
import { logistic } from './deterministic-math.ts';
import { requireItems, testInformation, type ItemParameters } from './item-parameters.ts';
import { correlation, mean, standardDeviation, variance } from './moments.ts';
import { normalQuantile } from './normal-distribution.ts';
import { finite, requireBetween, requireCount, requirePositive, requireWhole } from './requirements.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';
import { topK } from './top-k.ts';
import { zones } from './zones.ts';

export interface PolicyComponent {
  weight: number;
  items: readonly ItemParameters[];
}

export interface PolicySimulationInput {
  candidates: number;
  seats: number;
  components: readonly PolicyComponent[];
  /** correlation of any two components' abilities; 1 unless told */
  correlation?: number;
  /** simulated cohorts; 100 unless told */
  rounds?: number;
  /** draws behind each review zone; 400 unless told */
  draws?: number;
  seed: number | string;
}

/** Below .90 a written reason is asked, below .85 a real round is refused. */
export type PolicyVerdict = 'accepted' | 'reason-needed' | 'refused';

export interface PolicySimulation {
  /** squared correlation of the composite with the true one */
  reliability: number;
  /** standard error of θ at the cut, in standard deviations of the candidates */
  semAtCut: number;
  /** expected people who share the score at which the seats end */
  tiedAtCut: number;
  /** share of the true top K whom the score finds, ties at the cut drawn by lot */
  topKFound: number;
  /** expected people in the review zone */
  reviewZone: number;
  verdict: PolicyVerdict;
}

export interface PolicyProgress {
  done: number;
  rounds: number;
}

/**
 * The verdict on a simulated reliability.
 *
 * Rule: accepted from .90, a written reason from .85, else refused. Shapes: one number. Units:
 * none.
 * Range: accepted, reason-needed, refused.
 * Errors: RangeError outside [0, 1].
 * Source: our choice.
 */
export function policyVerdict(reliability: number): PolicyVerdict {
  requireBetween(reliability, 0, 1, 'reliability');
  return reliability >= 0.9 ? 'accepted' : reliability >= 0.85 ? 'reason-needed' : 'refused';
}

interface Round {
  reliability: number;
  tiedAtCut: number;
  topKFound: number;
  reviewZone: number;
}

function requirePolicy(input: PolicySimulationInput): Required<PolicySimulationInput> {
  const { candidates, seats, components, correlation: rho = 1, rounds = 100, draws = 400 } = input;
  requireWhole(candidates, 3, 'candidates');
  requireWhole(seats, 1, 'seats');
  if (seats >= candidates) throw new RangeError(`seats leave nobody out: ${seats} of ${candidates}`);
  requireCount(components.length, 1, 'components');
  for (const { weight, items } of components) {
    requirePositive(weight, 'a weight');
    requireItems(items);
    requireCount(items.length, 2, 'items of a component');
  }
  requireBetween(rho, 0, 1, 'correlation');
  requireWhole(rounds, 1, 'rounds');
  requireWhole(draws, 1, 'draws');
  return { ...input, correlation: rho, rounds, draws };
}

/**
 * The work of `simulatePolicy`, a cohort a step: yields its progress, returns the result.
 *
 * Meaning, shapes and errors as `simulatePolicy`.
 * Formula, units, range and source as `simulatePolicy`.
 */
export function* simulatePolicySteps(
  input: PolicySimulationInput,
): Generator<PolicyProgress, PolicySimulation, void> {
  const policy = requirePolicy(input);
  const random = seededRandom(policy.seed);
  const sums: Round = { reliability: 0, tiedAtCut: 0, topKFound: 0, reviewZone: 0 };
  for (let done = 0; done < policy.rounds;) {
    const round = simulateRound(policy, random, done);
    for (const key of ['reliability', 'tiedAtCut', 'topKFound', 'reviewZone'] as const) {
      sums[key] += round[key];
    }
    done += 1;
    yield { done, rounds: policy.rounds };
  }
  const reliability = sums.reliability / policy.rounds;
  return finite({
    reliability,
    semAtCut: semAtCut(policy),
    tiedAtCut: sums.tiedAtCut / policy.rounds,
    topKFound: sums.topKFound / policy.rounds,
    reviewZone: sums.reviewZone / policy.rounds,
    verdict: policyVerdict(reliability),
  });
}

/** Standard error of the composite ability at the cut, over its standard deviation. */
function semAtCut(policy: Required<PolicySimulationInput>): number {
  const cut = normalQuantile(1 - policy.seats / policy.candidates);
  let errors = 0;
  let spread = 0;
  policy.components.forEach(({ weight, items }, j) => {
    errors += weight ** 2 / testInformation(cut, items);
    policy.components.forEach((other, k) => {
      spread += weight * other.weight * (j === k ? 1 : policy.correlation);
    });
  });
  return Math.sqrt(errors / spread);
}

function simulateRound(policy: Required<PolicySimulationInput>, random: SeededRandom, round: number): Round {
  const { candidates: n, seats, components, correlation: rho, draws } = policy;
  const shared = Float64Array.from({ length: n }, () => random.normal());
  const truth = new Float64Array(n);
  const observed = new Float64Array(n);
  let errorVariance = 0;
  for (const { weight, items } of components) {
    const scores = new Float64Array(n);
    const rights = new Float64Array(items.length);
    for (let i = 0; i < n; i++) {
      const own = rho < 1 ? Math.sqrt(1 - rho) * random.normal() : 0;
      const theta = Math.sqrt(rho) * shared[i]! + own;
      truth[i]! += weight * theta;
      for (let j = 0; j < items.length; j++) {
        const { difficulty, discrimination, guessing = 0 } = items[j]!;
        const p = guessing + (1 - guessing) * logistic(discrimination * (theta - difficulty));
        if (random.next() < p) {
          scores[i]! += 1;
          rights[j]! += 1;
        }
      }
    }
    const centre = mean(scores);
    const spread = variance(scores);
    if (spread === 0) throw new RangeError('a component leaves every candidate with the same score');
    let itemVariances = 0;
    for (const right of rights) itemVariances += (right / n) * (1 - right / n) * (n / (n - 1));
    const alpha = (items.length / (items.length - 1)) * (1 - itemVariances / spread);
    errorVariance += weight ** 2 * (1 - Math.max(0, alpha));
    const sd = Math.sqrt(spread);
    for (let i = 0; i < n; i++) observed[i]! += (weight * (scores[i]! - centre)) / sd;
  }

  const ranks = competitionRanks(Array.from(observed));
  const cutRank = Math.max(...ranks.filter((rank) => rank <= seats));
  const atCut = ranks.filter((rank) => rank === cutRank).length;
  const chance = Math.min(1, (seats - cutRank + 1) / atCut);
  const trueRanks = competitionRanks(Array.from(truth));
  let found = 0;
  trueRanks.forEach((trueRank, i) => {
    if (trueRank > seats) return;
    found += ranks[i]! < cutRank ? 1 : ranks[i] === cutRank ? chance : 0;
  });

  const r = correlation(truth, observed);
  const sd = standardDeviation(observed);
  // what the round itself would know: reliability from its own scores, not from the truth
  const known = Math.min(1, Math.max(0, 1 - errorVariance / sd ** 2));
  const estimates = Array.from(observed, (score, i) => ({
    id: String(i).padStart(8, '0'),
    mean: known * score,
    sd: sd * Math.sqrt(known * (1 - known)),
  }));
  const chances = topK({ estimates, k: seats, draws, seed: `${policy.seed} ${round}` });
  const zoned = zones(
    chances.map(({ id, probability }, i) => ({ id, score: observed[i]!, probability })),
    seats,
  );
  return {
    reliability: r * r,
    tiedAtCut: atCut,
    topKFound: found / seats,
    reviewZone: zoned.filter(({ zone }) => zone === 'review').length,
  };
}

/**
 * What a selection policy would do, before anybody is measured.
 *
 * Formula: in each of `rounds` cohorts draw abilities N(0, 1) for every component, responses from
 * the items, the composite Σ w_j z_j of sum scores; compare its order with that of the true
 * composite; Kelley estimates, `topK` and `zones` give the review zone. semAtCut is
 * √(Σ w_j²/I_j(θ_cut))/SD of the true composite, θ_cut the normal quantile of 1 − seats/candidates:
 * 1/√I for one component.
 * Shapes: at least one component of at least two items. Range: reliability and topKFound in [0, 1].
 * The same input and seed give the same bytes on every machine.
 * Units: reliability and shares none, semAtCut in standard deviations of the candidates, the rest
 * people.
 * Errors: RangeError for fewer than three candidates, seats that leave nobody out, weights not
 * positive, items without parameters, a correlation outside [0, 1], or a component that no candidate
 * gets anything right or wrong on.
 * Source: Lord (1980), chapter 7, for the error at the cut; our choice for the rest.
 */
export function simulatePolicy(
  input: PolicySimulationInput & { onProgress?: (progress: PolicyProgress) => void },
): PolicySimulation {
  const steps = simulatePolicySteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    input.onProgress?.(step.value);
  }
}
