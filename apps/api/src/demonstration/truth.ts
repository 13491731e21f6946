import { seededRandom } from '@puente/measurement';
import type { Answerable } from '@puente/content/server';
import { findExperiment } from '@puente/models/experiments';
import { readSettings, settingsText, type Settings } from '@puente/models/experiments/experiment';
import { confidenceProbabilities, type ConfidenceLevel } from '@puente/schemas';
import { guessProbabilityOf } from '../features/attempts/guess-probability.ts';

/*
 * What is true of the synthetic section, stated so that every page can be held against it. Abilities, difficulties
 * and shifts are in logits; shares are 0–1; times are seconds. Each figure is drawn from the seed and a name, so that
 * the same seed gives the same people, items and answers, in whatever order they are asked for.
 */

/** Ability at the opening ~ N(0, 1); what the term adds ~ N(0.8, 0.35²). */
export const growth = { mean: 0.8, sd: 0.35 } as const;
/** How much of their growth people have by then. */
const grown = { opening: 0, practice: 0.5, case: 0.75, closing: 1, selection: 1 } as const;
export type Moment = keyof typeof grown;

/** Discrimination is uniform in this range. */
export const discrimination = { from: 0.7, to: 1.4 } as const;
/** Difficulty = level + use ± spread, uniform. Form S aims higher, since it is to tell the best apart. */
export const difficulty = {
  level: { recall: -0.8, apply: -0.2, analyse: 0.2 },
  use: { practice: -0.2, case: -0.2, gain: 0, sealed: 0.5 },
  spread: 0.8,
} as const;
/** Of those who are wrong, the share that takes the item's most tempting option; the others share the rest evenly. */
const dominantShare = 0.6;

/**
 * What a person feels after reading is Bayes' own odds: logit P plus a normal signal that is `insight` apart between
 * right and wrong answers. Honest confidence is therefore calibrated; the other styles shift it.
 */
const insight = 1;
export const styles = {
  honest: { share: 0.45, shift: 0 },
  overconfident: { share: 0.3, shift: 1 },
  underconfident: { share: 0.15, shift: -0.8 },
  /** Says 70 %, whatever they feel. */
  always70: { share: 0.1, shift: 0 },
} as const;
type Style = keyof typeof styles;
/** Seeing their own results halves the shift by the end of the term. */
const shiftLeft = { opening: 1, practice: 1, case: 1, closing: 0.5, selection: 0.5 } as const;

/**
 * The mirage: high potassium hyperpolarises. Who holds it is wrong on the concept's items and sure of it, save for one
 * answer in seven. Some keep it all term; of others it is lifted by the first explanation they meet.
 */
export const mirage = {
  concept: 'potassium-and-rest',
  misconceptions: ['potassium-high-hyperpolarises', 'potassium-low-depolarises'],
  lasting: 0.22,
  lifted: 0.08,
  rightAnyway: 1 / 7,
} as const;

/** Some answer part of a sitting without reading, at random, with the middle button. */
const rapid = { people: 0.05, share: 0.35, level: 2, from: 1.2, to: 4 } as const;
/** Response time is lognormal about a median by level, times the person's own pace. */
const seconds = { recall: 22, apply: 33, analyse: 42, sigma: 0.45, paceSigma: 0.2 } as const;
/** An item whose reasons a person has read before is easier by so much. */
const seenBefore = 1;

export interface Student {
  code: string;
  ability: number;
  growth: number;
  style: Style;
  mirage: 'none' | 'lifted' | 'lasting';
  /** Share of a sitting's answers that are rapid guesses. */
  rapidShare: number;
  /** Multiplies every response time. */
  pace: number;
}

export interface ItemTruth {
  a: number;
  b: number;
  right: string;
  /** The most tempting of the wrong options. */
  dominant: string;
  medianSeconds: number;
}

export interface Asked {
  student: Student;
  item: Answerable;
  moment: Moment;
  /** How often the person has read this item's reasons. */
  met: number;
  /** Whether an explanation of the mirage's concept has reached the person. */
  explained: boolean;
}

export interface Answered {
  option: string;
  right: boolean;
  level: ConfidenceLevel;
  seconds: number;
}

/**
 * How able a person feels, 1–5, for an objective: a middle of 3, half a point a logit, and the style that shifts their
 * confidence. Whoever looks back at the end sees how little it was: the yardstick moved.
 */
export const feeling = {
  middle: 3,
  perLogit: 0.5,
  perShift: 0.4,
  noise: 0.6,
  lookingBack: -0.45,
  rates: 0.88,
} as const;

export const drawFeeling = (
  seed: string,
  student: Student,
  objectiveId: string,
  moment: 'before' | 'after' | 'then',
): number => {
  const random = seededRandom(`${seed}/feeling/${student.code}/${objectiveId}`);
  const noise = { before: random.normal(), after: random.normal(), then: random.normal() };
  const felt =
    feeling.middle +
    feeling.perLogit * abilityAt(student, moment === 'after' ? 'closing' : 'opening') +
    feeling.perShift * styles[student.style].shift +
    (moment === 'then' ? feeling.lookingBack : 0) +
    feeling.noise * noise[moment];
  return Math.min(5, Math.max(1, Math.round(felt)));
};

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const logit = (p: number): number => Math.log(p / (1 - p));

const pick = <Name extends string>(
  u: number,
  shares: readonly (readonly [Name, number])[],
  otherwise: Name,
): Name => {
  let sum = 0;
  for (const [name, share] of shares) {
    sum += share;
    if (u < sum) return name;
  }
  return otherwise;
};

export const drawStudent = (seed: string, code: string): Student => {
  const random = seededRandom(`${seed}/student/${code}`);
  return {
    code,
    ability: random.normal(),
    growth: growth.mean + growth.sd * random.normal(),
    style: pick(
      random.next(),
      (Object.keys(styles) as Style[]).map((style) => [style, styles[style].share]),
      'honest',
    ),
    mirage: pick(
      random.next(),
      [
        ['lasting', mirage.lasting],
        ['lifted', mirage.lifted],
      ],
      'none',
    ),
    rapidShare: random.next() < rapid.people ? rapid.share : 0,
    pace: Math.exp(seconds.paceSigma * random.normal()),
  };
};

interface Choice {
  key: string;
  options: { id: string; misconception?: string | undefined }[];
}

const settingsAnswer = ({ figure, view }: { figure: string; view: string }, settings: Settings): string => {
  const { controls } = findExperiment(figure, view)!;
  return settingsText(controls, readSettings(controls, settings).settings);
};

/**
 * A challenge is a choice too: between a way that solves it and leaving everything where it was; in a case, between
 * one way to each of its outcomes.
 */
const choiceOf = (item: Answerable): Choice => {
  if (item.kind === 'single-best-answer' || item.kind === 'pick-on-a-figure') return item;
  if (item.kind === 'case-decision') {
    const { challenge } = item;
    const options = challenge
      ? item.options.map((option) => ({
          ...option,
          id: settingsAnswer(challenge, { ...challenge.from, ...option.solution }),
        }))
      : item.options;
    return { key: options.find((option) => option.fraction === 1)!.id, options };
  }
  if (item.kind === 'challenge') {
    const textOf = (settings: Settings) => settingsAnswer(item, settings);
    const key = textOf({ ...item.from, ...item.solution });
    return { key, options: [{ id: key }, { id: textOf(item.from) }] };
  }
  throw new Error(`The demonstration has no model for an item of kind ${item.kind}: ${item.id}`);
};

const items = new Map<string, ItemTruth>();

export const itemTruth = (seed: string, item: Answerable): ItemTruth => {
  const name = `${seed}/item/${item.id}`;
  const known = items.get(name);
  if (known) return known;
  const random = seededRandom(name);
  const level = item.kind === 'case-decision' ? 'apply' : item.level;
  const { key: right, options } = choiceOf(item);
  const wrong = options.filter((option) => option.id !== right);
  const drawn = wrong[random.integer(wrong.length)]!;
  const tempting = wrong.find((option) => isMirage(option.misconception)) ?? drawn;
  const truth: ItemTruth = {
    a: discrimination.from + (discrimination.to - discrimination.from) * random.next(),
    b: difficulty.level[level] + difficulty.use[item.use] + difficulty.spread * (2 * random.next() - 1),
    right,
    dominant: tempting.id,
    medianSeconds: seconds[level],
  };
  items.set(name, truth);
  return truth;
};

const isMirage = (misconception: string | undefined): boolean =>
  misconception !== undefined && (mirage.misconceptions as readonly string[]).includes(misconception);

export const abilityAt = (student: Student, moment: Moment): number =>
  student.ability + student.growth * grown[moment];

/** P(right) under the two-parameter logistic model: 1/(1 + e^(−a(θ − b))). */
const modelled = (seed: string, { student, item, moment, met }: Asked): number => {
  const { a, b } = itemTruth(seed, item);
  return logistic(a * (abilityAt(student, moment) + (met > 0 ? seenBefore : 0) - b));
};

const holdsMirage = ({ student, item, moment, explained }: Asked): boolean => {
  if (!item.concepts.includes(mirage.concept)) return false;
  if (student.mirage === 'lasting') return true;
  return student.mirage === 'lifted' && !explained && (moment === 'opening' || moment === 'practice');
};

const isSitting = (moment: Moment): boolean =>
  moment === 'opening' || moment === 'closing' || moment === 'selection';

const shiftOf = ({ student, moment }: Asked): number => styles[student.style].shift * shiftLeft[moment];

/** The button whose number is nearest to the probability felt. */
const levelFor = (student: Student, felt: number): ConfidenceLevel => {
  if (student.style === 'always70') return 2;
  if (felt < 0.375) return 0;
  if (felt < 0.6) return 1;
  if (felt < 0.775) return 2;
  return felt < 0.91 ? 3 : 4;
};

const feltAfter = (asked: Asked, p: number, right: boolean, noise: number): number =>
  logistic(logit(p) + shiftOf(asked) + insight * ((right ? insight : -insight) / 2 + noise));

/** One answer. `occasion` names the time and place, so that another meeting of the same item draws anew. */
export const drawAnswer = (seed: string, occasion: string, asked: Asked): Answered => {
  const { student, item, moment } = asked;
  const truth = itemTruth(seed, item);
  const options = choiceOf(item).options.map((option) => option.id);
  const random = seededRandom(`${seed}/answer/${student.code}/${occasion}/${item.id}`);
  const [unread, known, tempted, other] = [random.next(), random.next(), random.next(), random.next()];
  const noise = random.normal();
  const time = truth.medianSeconds * student.pace * Math.exp(seconds.sigma * random.normal());

  if (isSitting(moment) && unread < student.rapidShare) {
    const option = options[Math.floor(other * options.length)]!;
    return {
      option,
      right: option === truth.right,
      level: rapid.level,
      seconds: rapid.from + (rapid.to - rapid.from) * tempted,
    };
  }
  const others = options.filter((option) => option !== truth.right && option !== truth.dominant);
  const wrongOption =
    tempted < dominantShare || others.length === 0
      ? truth.dominant
      : others[Math.floor(other * others.length)]!;
  const p = modelled(seed, asked);
  if (holdsMirage(asked) && known >= mirage.rightAnyway) {
    return { option: truth.dominant, right: false, level: noise < 0 ? 3 : 4, seconds: time };
  }
  const right = holdsMirage(asked) || known < p;
  return {
    option: right ? truth.right : wrongOption,
    right,
    level: levelFor(student, feltAfter(asked, p, right, noise)),
    seconds: time,
  };
};

/** Of one answer: the probability of each level, and of each level with a right answer. */
export interface Expected {
  levels: readonly { stated: number; right: number }[];
}

const allLevels = [0, 1, 2, 3, 4] as const;

/** What the same model implies for one answer, before it is drawn. */
export const expectedAnswer = (seed: string, asked: Asked): Expected => {
  const guess = guessProbabilityOf(asked.item);
  const p = modelled(seed, asked);
  const held = holdsMirage(asked);
  const pRight = held ? mirage.rightAnyway : p;
  const whenRight = levelShares((noise) => levelFor(asked.student, feltAfter(asked, p, true, noise)));
  const whenWrong = held
    ? [0, 0, 0, 0.5, 0.5]
    : levelShares((noise) => levelFor(asked.student, feltAfter(asked, p, false, noise)));
  const unread = isSitting(asked.moment) ? asked.student.rapidShare : 0;
  return {
    levels: allLevels.map((level) => {
      const rapidly = level === rapid.level ? unread : 0;
      const right = pRight * whenRight[level]!;
      return {
        stated: rapidly + (1 - unread) * (right + (1 - pRight) * whenWrong[level]!),
        right: rapidly * guess + (1 - unread) * right,
      };
    }),
  };
};

const steps = 400;
const reach = 6;
/** How often each level comes of a standard normal noise, by the midpoint rule. */
const levelShares = (levelOf: (noise: number) => ConfidenceLevel): number[] => {
  const shares = [0, 0, 0, 0, 0];
  let weights = 0;
  for (let step = 0; step < steps; step++) {
    const noise = -reach + (2 * reach * (step + 0.5)) / steps;
    const weight = Math.exp(-(noise * noise) / 2);
    shares[levelOf(noise)]! += weight;
    weights += weight;
  }
  return shares.map((share) => share / weights);
};

export const probabilityOf = (level: ConfidenceLevel, guess: number): number =>
  confidenceProbabilities[level] ?? guess;
