import { roundPageSteps, type RoundAct, type RoundPage, type RoundStage } from '@puente/schemas';

/**
 * What may be done to a round in each stage, and the stage that it leads to. The one source of its order: nothing
 * that is missing here can happen.
 */
const table: Record<RoundStage, Partial<Record<RoundAct, RoundStage>>> = {
  policy: { write_policy: 'policy', rehearse: 'rehearsed' },
  rehearsed: { write_policy: 'policy', rehearse: 'rehearsed', propose_policy: 'proposed' },
  proposed: { publish_policy: 'data', return_policy: 'policy' },
  data: { freeze: 'snapshot' },
  // The ranking job leads to review by itself.
  snapshot: {},
  review: {
    read_dossier: 'review',
    declare_conflict: 'review',
    enter_draw: 'review',
    propose_override: 'review',
    decide_override: 'review',
    propose_outcome: 'approval',
  },
  approval: { approve_outcome: 'approved', return_outcome: 'review' },
  approved: { publish_results: 'results' },
  results: { answer_claim: 'results', close: 'closed' },
  closed: {},
};

/** The second half of an act that needs two people, and who did the first. */
const secondHalf: Partial<Record<RoundAct, 'policyProposedBy' | 'outcomeProposedBy'>> = {
  publish_policy: 'policyProposedBy',
  approve_outcome: 'outcomeProposedBy',
};

interface RoundFacts {
  stage: RoundStage;
  policyProposedBy: string | null;
  outcomeProposedBy: string | null;
}

/** The stage that an act leads to; undefined where it is out of order. */
export const stageAfter = (stage: RoundStage, act: RoundAct): RoundStage | undefined => table[stage][act];

/** Whether this person did the first half of the act: the second is for another. */
export const didFirstHalf = (round: RoundFacts, act: RoundAct, membershipId: string): boolean => {
  const field = secondHalf[act];
  return field !== undefined && round[field] === membershipId;
};

/** The stages from which an act is possible, for the message that refuses it. */
export const stagesFor = (act: RoundAct): RoundStage[] =>
  (Object.keys(table) as RoundStage[]).filter((stage) => act in table[stage]);

export const actsFor = (round: RoundFacts, membershipId: string): RoundAct[] =>
  (Object.keys(table[round.stage]) as RoundAct[]).filter((act) => !didFirstHalf(round, act, membershipId));

const stepOf: Record<RoundStage, (typeof roundPageSteps)[number] | null> = {
  policy: 'policy',
  rehearsed: 'rehearsal',
  proposed: 'rehearsal',
  data: 'data',
  snapshot: 'snapshot',
  review: 'review',
  approval: 'approval',
  approved: 'results',
  results: 'acta',
  closed: null,
};

/** The strip of the round page. Applications go by the clock, beside the one step that the stage is at. */
export const stepsOf = (
  round: { stage: RoundStage; applicationsOpenAt: Date; applicationsCloseAt: Date },
  now: Date,
): RoundPage['steps'] => {
  const current = stepOf[round.stage];
  const place = current === null ? roundPageSteps.length : roundPageSteps.indexOf(current);
  return roundPageSteps.map((id, index) => {
    if (id === 'applications') {
      if (now < round.applicationsOpenAt) return { id, state: 'waiting' };
      return { id, state: now > round.applicationsCloseAt ? 'done' : 'open' };
    }
    return { id, state: index < place ? 'done' : index === place ? 'current' : 'waiting' };
  });
};
