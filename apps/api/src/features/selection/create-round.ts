import { and, eq } from 'drizzle-orm';
import type * as z from 'zod/mini';
import { institutions, newId, rounds, type InstitutionDatabase } from '@puente/database';
import type { createRound as endpoint, RoundPage } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { Refused, type FieldError } from '../../errors.ts';
import { getRound } from './get-round.ts';

type Input = z.output<NonNullable<(typeof endpoint)['body']>>;

/** Announces a round: students may apply from the opening hour on, and staff write its policy. */
export const createRound = async (
  db: InstitutionDatabase,
  actor: Actor,
  input: Input,
  context: Context,
): Promise<RoundPage> => {
  const applicationsOpenAt = new Date(input.applicationsOpenAt);
  const applicationsCloseAt = new Date(input.applicationsCloseAt);
  const faults: [boolean, FieldError][] = [
    [
      applicationsCloseAt <= applicationsOpenAt,
      { field: 'applicationsCloseAt', message: 'Applications must close after they open.' },
    ],
    [
      applicationsCloseAt <= context.now,
      { field: 'applicationsCloseAt', message: 'Applications would already be closed; choose a later time.' },
    ],
    [
      input.travelFrom <= input.applicationsCloseAt.slice(0, 10),
      { field: 'travelFrom', message: 'The group leaves after applications close.' },
    ],
    [input.travelTo < input.travelFrom, { field: 'travelTo', message: 'The group returns after it leaves.' }],
  ];
  const errors = faults.flatMap(([holds, fault]) => (holds ? [fault] : []));
  if (errors.length > 0) throw new Refused('invalid_dates', 'The dates of the round do not fit.', errors);
  const [institution] = await db
    .select({ demonstration: institutions.demonstration })
    .from(institutions)
    .where(and(eq(institutions.id, db.institutionId)));
  const id = newId(context.now.getTime());
  await db.insert(rounds).values({
    institutionId: db.institutionId,
    id,
    name: input.name,
    demonstration: institution!.demonstration,
    applicationsOpenAt,
    applicationsCloseAt,
    travelFrom: input.travelFrom,
    travelTo: input.travelTo,
    createdBy: actor.membershipId,
    createdAt: context.now,
  });
  await audit(db, actor, context.now, {
    act: 'round.created',
    subjectKind: 'round',
    subjectId: id,
    detail: { ...input, name: undefined },
  });
  return getRound(db, actor, id, context);
};
