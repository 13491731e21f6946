import { randomBytes } from 'node:crypto';
import type * as z from 'zod/mini';
import { newId, selectionRounds, selectionRoundSittings, type InstitutionDatabase } from '@puente/database';
import type { createSelectionRound as endpoint, RoundDetail } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { Invalid } from '../../errors.ts';
import { getSelectionRound } from './get-selection-round.ts';
import { listRoundSittings } from './list-round-sittings.ts';

type Input = z.output<NonNullable<(typeof endpoint)['body']>>;

const draws = 10_000;

/** Writes a round and its policy before the data. The seed of the draws is ours: one that staff choose could favour someone. */
export const createSelectionRound = async (
  db: InstitutionDatabase,
  actor: Actor,
  input: Input,
  context: Context,
): Promise<RoundDetail> => {
  const sittingIds = [...new Set(input.sittingIds)];
  const known = new Set((await listRoundSittings(db, context)).map((sitting) => sitting.id));
  const errors = input.sittingIds.flatMap((id, index) =>
    known.has(id)
      ? []
      : [
          {
            field: `sittingIds.${index}`,
            message: 'Not a sitting of the selection form. Choose from GET /api/selection-rounds.',
          },
        ],
  );
  if (errors.length > 0)
    throw new Invalid('invalid', 'A round rests on sittings of the selection form.', errors);
  const { institutionId } = db;
  const id = newId(context.now.getTime());
  const policy = { rule: 'selection/v0' as const, draws, seed: randomBytes(16).toString('hex') };
  await db.insert(selectionRounds).values({
    institutionId,
    id,
    name: input.name,
    seats: input.seats,
    reserves: input.reserves,
    policy,
    createdBy: actor.membershipId,
    createdAt: context.now,
  });
  await db
    .insert(selectionRoundSittings)
    .values(sittingIds.map((sittingId) => ({ institutionId, roundId: id, sittingId })));
  await audit(db, actor, context.now, {
    act: 'selection_round.created',
    subjectKind: 'selection_round',
    subjectId: id,
    detail: { seats: input.seats, reserves: input.reserves, policy, sittingIds },
  });
  return getSelectionRound(db, id, context);
};
