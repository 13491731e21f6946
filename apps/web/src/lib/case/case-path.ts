import type { PracticeCase } from '@puente/content';
import type { QuestionArt } from '#lib/question/question.ts';

type PackedStage = PracticeCase['stages'][number];
export type Decision = Pick<
  NonNullable<PackedStage['decision']>,
  'id' | 'concepts' | 'keyFeature' | 'question' | 'challenge' | 'options'
>;
export type Choice = Decision['options'][number];
export type Stage = Omit<PackedStage, 'decision'> & { decision?: Decision };
export type Story = Pick<PracticeCase, 'start'> & { stages: Stage[] };

const debrief = 'debrief';

/** What happens between two decisions: the stages met, and the decision that they lead to. */
export interface Leg {
  stages: Stage[];
  /** Absent in the last leg, which leads to the debrief. */
  decision?: Decision;
  chosen?: Choice;
}

export interface CasePath {
  /** In the order lived; the last waits for a decision, or leads to the debrief. */
  legs: Leg[];
  finished: boolean;
}

/** The path through a case that a learner's choices make: option id by decision id. */
export const casePath = (story: Story, chosen: ReadonlyMap<string, string>): CasePath => {
  const stages = new Map(story.stages.map((stage) => [stage.id, stage]));
  const legs: Leg[] = [];
  let leg: Leg = { stages: [] };
  let at: string | undefined = story.start;
  // A circle in the stages would never end: no stage is lived twice.
  const lived = new Set<string>();
  while (at !== undefined && at !== debrief && !lived.has(at)) {
    lived.add(at);
    const stage = stages.get(at);
    if (!stage) break;
    leg.stages.push(stage);
    const { decision } = stage;
    if (!decision) {
      at = stage.next;
      continue;
    }
    const option = decision.options.find(({ id }) => id === chosen.get(decision.id));
    legs.push({ ...leg, decision, ...(option && { chosen: option }) });
    if (!option) return { legs, finished: false };
    leg = { stages: [] };
    at = option.next;
  }
  if (leg.stages.length > 0) legs.push(leg);
  return { legs, finished: true };
};

/** The option that each answer comes to: the one named, or what the model makes of the settings. */
export const chosenOptions = (
  story: Story,
  answers: Iterable<readonly [decision: string, answer: string]>,
  art: Readonly<Record<string, QuestionArt>>,
): Map<string, string> => {
  const decisions = new Map(
    story.stages.flatMap(({ decision }) => (decision ? [[decision.id, decision]] : [])),
  );
  return new Map(
    [...answers].flatMap(([id, answer]): [string, string][] => {
      const decision = decisions.get(id);
      if (!decision?.challenge) return [[id, answer]];
      const met = decision.options.find(({ goals = [] }) => art[id]?.solves?.(goals, answer));
      return met ? [[id, met.id]] : [];
    }),
  );
};

/** The option with full credit. */
export const expertChoice = (decision: Decision): Choice =>
  decision.options.find(({ fraction }) => fraction === 1) ?? decision.options[0]!;

/** The path of who takes the best option each time. */
export const expertPath = (story: Story): CasePath => {
  const best = new Map(
    story.stages.flatMap(({ decision }) => (decision ? [[decision.id, expertChoice(decision).id]] : [])),
  );
  return casePath(story, best);
};

/** How many decisions this run will have had, as far as can be told: those made, then the expert's. */
export const decisionCount = (story: Story, { legs }: CasePath): number => {
  const made = legs.filter(({ decision }) => decision);
  const open = made.find(({ chosen }) => !chosen)?.decision;
  if (!open) return made.length;
  const stage = story.stages.find(({ decision }) => decision?.id === open.id);
  const ahead = stage ? expertPath({ ...story, start: stage.id }) : { legs: [] };
  const done = new Set(made.map(({ decision }) => decision!.id));
  return made.length + ahead.legs.filter(({ decision }) => decision && !done.has(decision.id)).length;
};

export interface Comparison {
  decision: Decision;
  /** Absent where a path never met the decision. */
  mine?: Choice;
  expert?: Choice;
}

/** My choices beside the expert's, decision by decision, in the order of the case. */
export const compare = (story: Story, mine: CasePath): Comparison[] => {
  const choices = ({ legs }: CasePath) =>
    new Map(legs.flatMap(({ decision, chosen }) => (decision && chosen ? [[decision.id, chosen]] : [])));
  const own = choices(mine);
  const expert = choices(expertPath(story));
  return story.stages.flatMap(({ decision }) => {
    if (!decision) return [];
    const [a, b] = [own.get(decision.id), expert.get(decision.id)];
    return a || b ? [{ decision, ...(a && { mine: a }), ...(b && { expert: b }) }] : [];
  });
};
