import type { InstitutionDatabase } from '@puente/database';
import type { RoundPage } from '@puente/schemas';
import type { Actor } from '../../../actor.ts';
import type { Context } from '../../../context.ts';
import { Refused } from '../../../errors.ts';
import { getRound } from '../get-round.ts';
import { lockForAct, policyOf, recordAct } from '../round-row.ts';

const dayMs = 24 * 3_600_000;
const mostDaysAhead = 60;

/** Sets the one hour at which every candidate reads their result, and with it the deadline of claims. */
export const publishResults = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  { at, why }: { at: string; why: string },
  context: Context,
): Promise<RoundPage> => {
  const round = await lockForAct(db, actor, roundId, 'publish_results');
  const resultsAt = new Date(at);
  const ahead = resultsAt.getTime() - context.now.getTime();
  // A form sends whole minutes: the minute under way still counts as now.
  if (ahead < -60_000 || ahead > mostDaysAhead * dayMs) {
    const message = `Choose now or a later hour, ${mostDaysAhead} days ahead at most.`;
    throw new Refused('invalid_hour', message, [{ field: 'at', message }]);
  }
  const claimsUntil = new Date(resultsAt.getTime() + policyOf(round).claimDays * dayMs);
  await recordAct(
    db,
    actor,
    round,
    'publish_results',
    {
      why,
      detail: { resultsAt: at, claimsUntil: claimsUntil.toISOString() },
      set: { resultsAt, claimsUntil },
    },
    context.now,
  );
  return getRound(db, actor, roundId, context);
};
