import type { InstitutionDatabase } from '@puente/database';
import type { RecordGap } from '@puente/schemas';

export interface RecordFacts {
  room: string | null;
  proctors: number;
  startedAt: Date | null;
  endedAt: Date | null;
  attestedAt: Date | null;
  /** Of the students who started: without a seat, an identity that was checked, a device that is known. */
  seatless: number;
  unidentified: number;
  deviceless: number;
  /** Disputed times that nobody decided. */
  undecided: number;
}

/** What the record of a proctored sitting lacks. Pure. */
export const recordGapsOf = (facts: RecordFacts): RecordGap[] => {
  const lacking: [boolean, RecordGap][] = [
    [facts.proctors === 0, 'proctors'],
    [facts.room === null, 'room'],
    [facts.startedAt === null, 'start'],
    [facts.endedAt === null, 'end'],
    [facts.seatless > 0, 'seats'],
    [facts.unidentified > 0, 'identities'],
    [facts.deviceless > 0, 'devices'],
    [facts.undecided > 0, 'disputed_times'],
    [facts.attestedAt === null, 'attestation'],
  ];
  return lacking.flatMap(([lacks, gap]) => (lacks ? [gap] : []));
};

/** What the records of these proctored sittings lack, by sitting. */
export const listRecordGaps = async (
  db: InstitutionDatabase,
  sittingIds: readonly string[],
): Promise<Map<string, RecordGap[]>> => {
  const { rows } = await db.$client.query<RecordFacts & { id: string }>(
    `select s.id, p.room, p.started_at as "startedAt", p.ended_at as "endedAt", p.attested_at as "attestedAt",
       (select count(*)::int from sitting_proctors n
         where n.institution_id = s.institution_id and n.sitting_id = s.id) as proctors,
       run.seatless, run.unidentified, run.deviceless, run.undecided
     from sittings s
     left join proctor_records p on p.institution_id = s.institution_id and p.sitting_id = s.id
     cross join lateral (
       select (count(*) filter (where c.seat is null))::int as seatless,
         (count(*) filter (where c.identity_proof is null))::int as unidentified,
         (count(*) filter (where not exists (
           select from attempt_leases l where l.institution_id = a.institution_id and l.attempt_id = a.id)))::int as deviceless,
         coalesce(sum((select count(*) from set_aside_responses o
           where o.institution_id = a.institution_id and o.attempt_id = a.id and o.reason = 'time_disputed' and not exists (
             select from time_decisions d
             where d.institution_id = o.institution_id and d.learner_key = o.learner_key and d.response_id = o.id))), 0)::int as undecided
       from attempts a
       left join sitting_candidates c on c.institution_id = a.institution_id and c.sitting_id = a.sitting_id
         and c.learner_key = a.learner_key
       where a.institution_id = s.institution_id and a.sitting_id = s.id) run
     where s.institution_id = $1 and s.id = any($2::uuid[])`,
    [db.institutionId, sittingIds],
  );
  return new Map(rows.map((row) => [row.id, recordGapsOf(row)]));
};
