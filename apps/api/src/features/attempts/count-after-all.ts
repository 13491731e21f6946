import type { InstitutionDatabase } from '@puente/database';
import { findTimeFault, type AttemptFacts } from './admit-response.ts';
import { readAttemptFacts, readReadings } from './attempt-facts.ts';
import { insertResponses } from './insert-responses.ts';
import { listSetAsideOf, type SetAsideRow } from './list-set-aside-of.ts';

/** Records what was set aside before, as it came and with the time of its first arrival, so that it counts. */
export const countAfterAll = async (
  db: InstitutionDatabase,
  attempt: AttemptFacts,
  rows: readonly SetAsideRow[],
): Promise<void> => {
  const written = await insertResponses(
    db,
    rows.map(({ learnerKey, response, payload, payloadHash, receivedAt }) => ({
      id: response.id,
      learnerKey,
      payload,
      payloadHash,
      receivedAt,
      attempt,
      accepted: true,
    })),
  );
  if (written.length !== rows.length)
    throw new Error(`Of ${rows.length} answers set aside, ${written.length} could be recorded`);
};

/** Answers that were late by an earlier end of the attempt and are in time by today's. */
export const countNoLongerLate = async (
  db: InstitutionDatabase,
  learnerKey: string,
  attemptId: string,
): Promise<number> => {
  const attempts = await readAttemptFacts(db, learnerKey, [attemptId]);
  const attempt = attempts.get(attemptId)!;
  const readings = (await readReadings(db, attempts)).get(attemptId) ?? [];
  const late = (await listSetAsideOf(db, [attemptId])).filter(
    ({ reason, recorded, response, receivedAt }) =>
      reason === 'late' &&
      !recorded &&
      // The content passed when it came; only the times are looked at again.
      !findTimeFault(response, attempt, receivedAt, readings),
  );
  await countAfterAll(db, attempt, late);
  return late.length;
};
