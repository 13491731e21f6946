import { expect, test } from 'vitest';
import { roundActs, roundStages, type RoundAct, type RoundStage } from '@puente/schemas';
import { actsFor, didFirstHalf, stageAfter, stagesFor, stepsOf } from './round-stage.ts';

/** By hand: every stage × every act that is possible. */
const possible = `
policy write_policy policy
policy rehearse rehearsed
rehearsed write_policy policy
rehearsed rehearse rehearsed
rehearsed propose_policy proposed
proposed publish_policy data
proposed return_policy policy
data freeze snapshot
review read_dossier review
review declare_conflict review
review enter_draw review
review propose_override review
review decide_override review
review propose_outcome approval
approval approve_outcome approved
approval return_outcome review
approved publish_results results
results answer_claim results
results close closed`;

test('every stage and every act: what is possible, and nothing else', () => {
  const found = roundStages.flatMap((stage) =>
    roundActs.flatMap((act) => {
      const next = stageAfter(stage, act);
      return next ? [`${stage} ${act} ${next}`] : [];
    }),
  );
  expect(found.sort()).toEqual(possible.trim().split('\n').sort());
});

test('each stage but the last is left, and each but the first is reached', () => {
  const next = new Map<RoundStage, Set<RoundStage>>([['snapshot', new Set(['review'])]]);
  for (const stage of roundStages)
    for (const act of roundActs) {
      const to = stageAfter(stage, act);
      if (to) next.set(stage, (next.get(stage) ?? new Set()).add(to));
    }
  const reached = new Set<RoundStage>(['policy']);
  for (const stage of reached) for (const to of next.get(stage) ?? []) reached.add(to);
  expect([...reached].sort()).toEqual([...roundStages].sort());
});

test('an approved outcome is never opened again, and a published policy never written again', () => {
  const later = (stage: RoundStage) => roundStages.slice(roundStages.indexOf(stage));
  for (const stage of later('data')) expect(stageAfter(stage, 'write_policy')).toBeUndefined();
  for (const stage of later('approved'))
    for (const act of ['propose_override', 'decide_override', 'return_outcome', 'read_dossier'] as const)
      expect(stageAfter(stage, act)).toBeUndefined();
});

test('who did the first half of an act is not offered the second', () => {
  const round = { stage: 'proposed' as const, policyProposedBy: 'ana', outcomeProposedBy: null };
  expect(actsFor(round, 'ana')).toEqual(['return_policy']);
  expect(actsFor(round, 'eva')).toEqual(['publish_policy', 'return_policy']);
  expect(didFirstHalf({ ...round, outcomeProposedBy: 'eva' }, 'approve_outcome', 'eva')).toBe(true);
  expect(didFirstHalf(round, 'freeze', 'ana')).toBe(false);
});

test('an act knows its stages', () => {
  expect(stagesFor('write_policy')).toEqual(['policy', 'rehearsed']);
  expect(roundActs.filter((act: RoundAct) => stagesFor(act).length === 0)).toEqual([]);
});

test('the strip: applications by the clock, the rest by the stage', () => {
  const round = {
    stage: 'review' as const,
    applicationsOpenAt: new Date('2026-03-01T00:00:00Z'),
    applicationsCloseAt: new Date('2026-05-01T00:00:00Z'),
  };
  expect(stepsOf(round, new Date('2026-06-01T00:00:00Z')).map(({ id, state }) => `${id} ${state}`)).toEqual([
    'applications done',
    'policy done',
    'rehearsal done',
    'data done',
    'snapshot done',
    'review current',
    'approval waiting',
    'results waiting',
    'acta waiting',
  ]);
  const early = { ...round, stage: 'policy' as const };
  const statesAt = (now: string) => stepsOf(early, new Date(now)).map(({ state }) => state);
  expect(statesAt('2026-02-01T00:00:00Z').slice(0, 3)).toEqual(['waiting', 'current', 'waiting']);
  // Applications are taken beside the step that the stage is at: one step alone is the current one.
  expect(statesAt('2026-04-01T00:00:00Z').slice(0, 3)).toEqual(['open', 'current', 'waiting']);
  expect(
    stepsOf({ ...round, stage: 'closed' }, new Date('2026-06-01T00:00:00Z')).every(
      ({ state }) => state === 'done',
    ),
  ).toBe(true);
});
