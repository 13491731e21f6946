import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { campuses, roundSittings, type InstitutionDatabase } from '@puente/database';
import type { Policy, PolicyInput, RoundPage } from '@puente/schemas';
import type { Actor } from '../../../actor.ts';
import type { Context } from '../../../context.ts';
import { Refused } from '../../../errors.ts';
import { getRound } from '../get-round.ts';
import { listRoundSittings } from '../list-round-sittings.ts';
import { lockForAct, recordAct } from '../round-row.ts';
import { policyFaults, refusedComponents } from './check-policy.ts';

const draws = 10_000;

/** Writes a round's policy, before the data. The seed of the draws is ours: one that staff choose could favour someone. */
export const writePolicy = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  input: PolicyInput,
  context: Context,
): Promise<RoundPage> => {
  const round = await lockForAct(db, actor, roundId, 'write_policy');
  const refused = refusedComponents(input);
  if (refused.length > 0)
    throw new Refused('measure_refused', 'A policy measures by sealed forms alone.', refused);
  const { institutionId } = db;
  const sittings = await listRoundSittings(db, context);
  const known = await db
    .select({ id: campuses.id, name: campuses.name })
    .from(campuses)
    .where(eq(campuses.institutionId, institutionId));
  const faults = policyFaults(input, {
    sittings,
    courseIds: context.catalogue.courses.map((course) => course.id),
    campusIds: known.map((campus) => campus.id),
    applicationsCloseAt: round.applicationsCloseAt,
  });
  if (faults.length > 0) throw new Refused('policy_refused', 'The policy cannot stand as it is.', faults);

  const named = input.sittings.map(({ sittingId, makeUp }) => {
    const { courseId, forms } = sittings.find(({ id }) => id === sittingId)!;
    return { sittingId, courseId, formId: forms[0]!, makeUp };
  });
  const policy: Policy = {
    ...input,
    rule: 'selection/v1',
    campusSeats:
      input.campusSeats?.map(({ campusId, seats }) => ({
        campusId,
        campusName: known.find(({ id }) => id === campusId)!.name,
        seats,
      })) ?? null,
    sittings: named,
    components: input.components.map(({ courseId, weight }) => ({ courseId, weight })),
    draws,
    seed: randomBytes(16).toString('hex'),
  };
  await db
    .delete(roundSittings)
    .where(and(eq(roundSittings.institutionId, institutionId), eq(roundSittings.roundId, roundId)));
  await db.insert(roundSittings).values(
    named.map(({ sittingId, courseId, makeUp }) => ({
      institutionId,
      roundId,
      sittingId,
      courseId,
      makeUp,
    })),
  );
  await recordAct(
    db,
    actor,
    round,
    'write_policy',
    { why: null, detail: { policy }, set: { policy, rehearsal: null } },
    context.now,
  );
  return getRound(db, actor, roundId, context);
};
