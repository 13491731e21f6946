import type { RoundAct, RoundPage } from '@puente/schemas';

/** What keeps an act that the stage allows from being done now. */
export const waits = [
  'applications_open',
  'applications_closed',
  'sittings_unsettled',
  'records_incomplete',
  'dossiers',
  'draw',
  'overrides',
  'draw_hour',
  'draw_made',
  'draw_entered',
  'claims_open',
  'claims_unanswered',
  'sitting_begun',
  'reliability',
  'no_policy',
] as const;
export type Wait = (typeof waits)[number];

export interface ReadyAct {
  act: RoundAct;
  /** Empty: it can be done now. */
  waits: Wait[];
}

type Facts = Pick<
  RoundPage,
  'asOf' | 'may' | 'round' | 'policy' | 'rehearsal' | 'sittings' | 'draw' | 'review' | 'claims'
>;

const waitsOf = (act: RoundAct, page: Facts): Wait[] => {
  const now = new Date(page.asOf);
  const { round, policy, rehearsal, sittings, draw, review, claims } = page;
  const begun = sittings.some(({ state, started }) => state !== 'prepared' || started > 0);
  const asked = policy !== null && (policy.zone === 'dossiers' || policy.eligibility.english !== null);
  const unanswerable = asked && now >= new Date(round.applicationsCloseAt);
  const reasons: Partial<Record<RoundAct, [boolean, Wait][]>> = {
    rehearse: [[policy === null, 'no_policy']],
    propose_policy: [
      [rehearsal?.verdict === 'refused' && !round.demonstration, 'reliability'],
      [begun, 'sitting_begun'],
      [unanswerable, 'applications_closed'],
    ],
    publish_policy: [
      [begun, 'sitting_begun'],
      [unanswerable, 'applications_closed'],
    ],
    freeze: [
      [now <= new Date(round.applicationsCloseAt), 'applications_open'],
      [sittings.some(({ settled }) => !settled), 'sittings_unsettled'],
      [
        sittings.some(({ proctored, recordGaps }) => !proctored || recordGaps.length > 0),
        'records_incomplete',
      ],
      [policy !== null && now >= new Date(policy.draw.at), 'draw_made'],
    ],
    enter_draw: [
      [draw !== null, 'draw_entered'],
      [policy !== null && now < new Date(policy.draw.at), 'draw_hour'],
    ],
    propose_outcome: (review?.missing ?? []).map((missing): [boolean, Wait] => [true, missing]),
    close: [
      [round.claimsUntil !== null && now <= new Date(round.claimsUntil), 'claims_open'],
      [claims.answered < claims.made, 'claims_unanswered'],
    ],
  };
  return (reasons[act] ?? []).flatMap(([holds, wait]) => (holds ? [wait] : []));
};

/** What the asker may do now, and what each still waits for. Pure; the API has the last word. */
export const readyActs = (page: Facts): ReadyAct[] =>
  page.may.map((act) => ({ act, waits: waitsOf(act, page) }));
