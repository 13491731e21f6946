import type { InstitutionDatabase } from '@puente/database';
import type { RoundPage } from '@puente/schemas';
import type { Actor } from '../../../actor.ts';
import type { Context } from '../../../context.ts';
import { Conflict } from '../../../errors.ts';
import { getRound } from '../get-round.ts';
import { lockForAct, policyOf, recordAct } from '../round-row.ts';

/** Enters the public draw as it was read out where the policy announced it: after the freeze, at its hour, once. */
export const enterDraw = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  { numbers, why }: { numbers: string; why: string },
  context: Context,
): Promise<RoundPage> => {
  const round = await lockForAct(db, actor, roundId, 'enter_draw');
  const { draw } = policyOf(round);
  if (round.drawNumbers !== null)
    throw new Conflict('draw_entered', 'The draw is entered; it is not replaced.');
  if (context.now < new Date(draw.at)) {
    throw new Conflict(
      'draw_before_its_hour',
      `The draw was announced for ${draw.at} at ${draw.place}: it cannot be known yet.`,
    );
  }
  await recordAct(
    db,
    actor,
    round,
    'enter_draw',
    {
      why,
      detail: { numbers, what: draw.what, place: draw.place, announcedFor: draw.at },
      set: { drawNumbers: numbers, drawEnteredAt: context.now },
    },
    context.now,
  );
  return getRound(db, actor, roundId, context);
};
