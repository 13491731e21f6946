import type { InstitutionDatabase } from '@puente/database';
import type { Actor } from '../../../actor.ts';
import type { Context } from '../../../context.ts';
import { Conflict } from '../../../errors.ts';
import { computeApart } from '../compute-apart.ts';
import { lockForAct, policyOf, recordAct } from '../round-row.ts';

/** Tries the policy on made-up candidates and keeps what it would do beside it. */
export const rehearse = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  why: string,
  context: Context,
): Promise<void> => {
  const round = await lockForAct(db, actor, roundId, 'rehearse');
  const policy = policyOf(round);
  const input = {
    candidates: policy.expectedCandidates,
    seats: policy.seats,
    seed: policy.seed,
    components: policy.components.map(({ courseId, weight }) => {
      const { formId } = policy.sittings.find((sitting) => sitting.courseId === courseId && !sitting.makeUp)!;
      return { courseId, weight, items: context.catalogue.getForm(formId).items.length };
    }),
  };
  const figures = await computeApart({ kind: 'rehearse', input }).catch((error: unknown) => {
    if (!(error instanceof RangeError)) throw error;
    throw new Conflict('rehearsal_impossible', `This policy cannot be rehearsed: ${error.message}.`);
  });
  const rehearsal = { rehearsedAt: context.now.toISOString(), ...figures };
  const { reliability, verdict } = rehearsal;
  await recordAct(
    db,
    actor,
    round,
    'rehearse',
    { why, detail: { reliability, verdict }, set: { rehearsal } },
    context.now,
  );
};
