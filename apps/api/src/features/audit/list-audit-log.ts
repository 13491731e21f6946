import { sql } from 'drizzle-orm';
import type { InstitutionDatabase } from '@puente/database';
import type { AuditEntry } from '@puente/schemas';

const pageSize = 50;

export const listAuditLog = async (
  db: InstitutionDatabase,
  page: number,
): Promise<{ entries: AuditEntry[]; total: number; page: number; pageSize: number }> => {
  const counted = await db.execute<{ total: number }>(
    sql`select count(*)::int as total from audit_log where institution_id = ${db.institutionId}`,
  );
  const { rows } = await db.execute<AuditEntry & Record<string, unknown>>(sql`
    select a.id, a.at, a.actor_membership_id as "actorMembershipId", a.act, a.subject_kind as "subjectKind",
      a.subject_id as "subjectId", a.why, a.detail,
      case when p.id is not null then coalesce(nullif(trim(concat_ws(' ', p.given_names, p.first_surname, p.second_surname)), ''), '–') end as "actorName"
    from audit_log a
    left join memberships m on m.institution_id = a.institution_id and m.id = a.actor_membership_id
    left join people p on p.institution_id = m.institution_id and p.id = m.person_id
    where a.institution_id = ${db.institutionId}
    order by a.at desc, a.id desc
    limit ${pageSize} offset ${(page - 1) * pageSize}`);
  return {
    entries: rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() })),
    total: counted.rows[0]!.total,
    page,
    pageSize,
  };
};
