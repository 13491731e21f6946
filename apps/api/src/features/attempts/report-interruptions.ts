import type * as z from 'zod/mini';
import { interruptions, type InstitutionDatabase } from '@puente/database';
import type { reportInterruptions as endpoint } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { getAttempt } from './get-attempt.ts';

type Input = z.output<NonNullable<(typeof endpoint)['body']>>;

/** Writes down when a device was offline or its page left, as the device tells it; a repeat changes nothing. */
export const reportInterruptions = async (
  db: InstitutionDatabase,
  actor: Actor,
  attemptId: string,
  input: Input,
  { now }: Context,
): Promise<{ recorded: number }> => {
  const attempt = await getAttempt(db, actor, attemptId);
  if (attempt.kind !== 'sitting')
    throw new Conflict('not_a_sitting', 'Only a sitting keeps a record of interruptions.');
  const rows = input.interruptions.map(({ id, kind, from, to }, index) => {
    const [fromAt, toAt] = [new Date(from), new Date(to)];
    if (fromAt > toAt) {
      throw new Invalid('invalid', 'An interruption ends after it begins.', [
        { field: `interruptions.${index}.to`, message: 'Lies before the beginning; send both by one clock.' },
      ]);
    }
    return { institutionId: db.institutionId, attemptId, id, kind, fromAt, toAt, receivedAt: now };
  });
  const written = await db
    .insert(interruptions)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: interruptions.id });
  return { recorded: written.length };
};
