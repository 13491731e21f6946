import type { InstitutionDatabase } from '@puente/database';
import type { ResponseInput, SetAsideReason, TimeDecision } from '@puente/schemas';

export interface SetAsideRow {
  learnerKey: string;
  attemptId: string;
  response: ResponseInput;
  payload: string;
  payloadHash: string;
  reason: SetAsideReason;
  receivedAt: Date;
  /** It counts after all. */
  recorded: boolean;
  decision: { decision: TimeDecision; why: string; decidedBy: string; decidedAt: Date } | null;
}

/** What was set aside of these attempts, with what was decided since; oldest first. */
export const listSetAsideOf = async (
  db: InstitutionDatabase,
  attemptIds: readonly string[],
): Promise<SetAsideRow[]> => {
  const { rows } = await db.$client.query<
    Omit<SetAsideRow, 'response' | 'decision'> & {
      decision: TimeDecision | null;
      why: string;
      decidedBy: string;
      decidedAt: Date;
    }
  >(
    `select s.learner_key as "learnerKey", s.attempt_id as "attemptId", s.payload, s.payload_hash as "payloadHash", s.reason,
       s.received_at as "receivedAt", d.decision, d.why, d.decided_by as "decidedBy", d.decided_at as "decidedAt",
       exists (select from responses r
         where r.institution_id = s.institution_id and r.learner_key = s.learner_key and r.id = s.id) as recorded
     from set_aside_responses s
     left join time_decisions d
       on d.institution_id = s.institution_id and d.learner_key = s.learner_key and d.response_id = s.id
     where s.institution_id = $1 and s.attempt_id = any($2::uuid[])
     order by s.received_at, s.learner_key, s.id`,
    [db.institutionId, attemptIds],
  );
  return rows.map(({ decision, why, decidedBy, decidedAt, ...row }) => ({
    ...row,
    response: JSON.parse(row.payload) as ResponseInput,
    decision: decision && { decision, why, decidedBy, decidedAt },
  }));
};
