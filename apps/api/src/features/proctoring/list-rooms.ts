import type { InstitutionDatabase } from '@puente/database';
import type { listRooms as endpoint, Wave } from '@puente/schemas';
import type * as z from 'zod/mini';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { sittingStateAt } from '../sittings/sitting-state.ts';

type Room = z.output<(typeof endpoint)['response']>['rooms'][number];

interface Row {
  sittingId: string;
  cohortName: string;
  wave: Wave;
  room: string | null;
  opensAt: Date;
  closesAt: Date;
  closedAt: Date | null;
}

/** The proctored sittings that this person runs and whose results are not out, the next first. */
export const listRooms = async (db: InstitutionDatabase, actor: Actor, { now }: Context): Promise<Room[]> => {
  const { rows } = await db.$client.query<Row>(
    `select s.id as "sittingId", c.name as "cohortName", s.wave, p.room, s.opens_at as "opensAt",
       s.closes_at as "closesAt", s.closed_at as "closedAt"
     from sittings s
     join cohorts c on c.institution_id = s.institution_id and c.id = s.cohort_id
     left join proctor_records p on p.institution_id = s.institution_id and p.sitting_id = s.id
     where s.institution_id = $1 and s.proctored and s.released_at is null and ($2 or exists (
       select from sitting_proctors n
       where n.institution_id = s.institution_id and n.sitting_id = s.id and n.membership_id = $3)
       or (s.wave <> 'selection' and exists (
         select from cohort_faculty f
         where f.institution_id = s.institution_id and f.cohort_id = s.cohort_id and f.membership_id = $3)))
     order by s.opens_at, s.id`,
    [db.institutionId, actor.role === 'staff', actor.membershipId],
  );
  return rows.map(({ opensAt, closesAt, closedAt, ...row }) => ({
    ...row,
    state: sittingStateAt({ opensAt, closesAt, closedAt, releasedAt: null }, now),
    opensAt: opensAt.toISOString(),
  }));
};
