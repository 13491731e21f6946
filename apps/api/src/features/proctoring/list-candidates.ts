import type { InstitutionDatabase } from '@puente/database';
import type { Candidate, IdentityProof, Language } from '@puente/schemas';
import { fullNameOf } from '../accounts/get-me.ts';
import { bySurname } from '../people/by-surname.ts';
import type { SittingRow } from './get-proctored-sitting.ts';
import { namesOf } from './names-of.ts';
import { roomCodeTries } from './require-room-code.ts';

interface Row {
  membershipId: string;
  learnerKey: string;
  givenNames: string;
  firstSurname: string;
  secondSurname: string | null;
  studentCode: string | null;
  wrongCodes: number;
  seat: string | null;
  proof: IdentityProof | null;
  checkedAt: Date | null;
  checkedBy: string | null;
  attemptId: string | null;
  language: Language;
  formId: string;
  startedAt: Date;
  closesAt: Date | null;
  finishedAt: Date | null;
  answered: number;
  lastReceivedAt: Date | null;
  setAside: number;
  undecided: number;
  devices: { lease: number; device: string; since: string }[];
  extensions: { minutes: number; why: string; at: string; by: string }[];
  interruptions: { kind: 'offline' | 'focus_lost'; from: string; to: string }[];
}

/** Everybody who is in the sitting's cohort or started it, in the order of a class list. */
export const listCandidates = async (
  db: InstitutionDatabase,
  sitting: SittingRow,
  now: Date,
): Promise<(Candidate & { learnerKey: string })[]> => {
  const { rows } = await db.$client.query<Row>(
    `select m.id as "membershipId", l.learner_key as "learnerKey", p.given_names as "givenNames",
       p.first_surname as "firstSurname", p.second_surname as "secondSurname", p.student_code as "studentCode",
       coalesce(c.wrong_codes, 0) as "wrongCodes", c.seat, c.identity_proof as proof,
       c.identity_checked_at as "checkedAt", c.identity_checked_by as "checkedBy",
       a.id as "attemptId", a.language, a.content_id as "formId", a.started_at as "startedAt", a.closes_at as "closesAt",
       a.finished_at as "finishedAt", r.answered, r."lastReceivedAt", o."setAside", o.undecided,
       array(select jsonb_build_object('lease', d.lease, 'device', d.device, 'since', d.taken_at)
         from attempt_leases d where d.institution_id = a.institution_id and d.attempt_id = a.id order by d.lease) as devices,
       array(select jsonb_build_object('minutes', x.minutes, 'why', x.why, 'at', x.given_at, 'by', x.given_by)
         from attempt_extensions x where x.institution_id = a.institution_id and x.attempt_id = a.id
         order by x.given_at, x.id) as extensions,
       array(select jsonb_build_object('kind', i.kind, 'from', i.from_at, 'to', i.to_at)
         from interruptions i where i.institution_id = a.institution_id and i.attempt_id = a.id
         order by i.from_at, i.id) as interruptions
     from learner_links l
     join memberships m on m.institution_id = l.institution_id and m.id = l.membership_id
     join people p on p.institution_id = m.institution_id and p.id = m.person_id
     left join attempts a on a.institution_id = l.institution_id and a.sitting_id = $2 and a.learner_key = l.learner_key
     left join sitting_candidates c
       on c.institution_id = l.institution_id and c.sitting_id = $2 and c.learner_key = l.learner_key
     cross join lateral (
       select count(distinct r.item_id)::int as answered, max(r.received_at) as "lastReceivedAt"
       from responses r where r.institution_id = a.institution_id and r.attempt_id = a.id) r
     cross join lateral (
       select count(*)::int as "setAside", (count(*) filter (where s.reason = 'time_disputed' and not exists (
         select from time_decisions d
         where d.institution_id = s.institution_id and d.learner_key = s.learner_key and d.response_id = s.id)))::int as undecided
       from set_aside_responses s where s.institution_id = a.institution_id and s.attempt_id = a.id and not exists (
         select from responses k
         where k.institution_id = s.institution_id and k.learner_key = s.learner_key and k.id = s.id)) o
     where l.institution_id = $1 and (a.id is not null or exists (
       select from enrolments e where e.institution_id = l.institution_id and e.cohort_id = $3
         and e.learner_key = l.learner_key and e.left_at is null))`,
    [db.institutionId, sitting.id, sitting.cohortId],
  );
  const names = await namesOf(
    db,
    rows.flatMap((row) => [...(row.checkedBy ? [row.checkedBy] : []), ...row.extensions.map(({ by }) => by)]),
  );
  return rows.sort(bySurname).map((row) => ({
    membershipId: row.membershipId,
    learnerKey: row.learnerKey,
    fullName: fullNameOf(row),
    studentCode: row.studentCode,
    seat: row.seat,
    identity:
      row.proof === null
        ? null
        : {
            proof: row.proof,
            checkedAt: row.checkedAt!.toISOString(),
            byName: names.get(row.checkedBy!) ?? '',
          },
    triesLeft: Math.max(0, roomCodeTries - row.wrongCodes),
    attempt: row.attemptId === null ? null : attemptOf(row, row.attemptId, names, now),
  }));
};

const attemptOf = (
  row: Row,
  id: string,
  names: ReadonlyMap<string, string>,
  now: Date,
): Candidate['attempt'] => ({
  id,
  state: row.finishedAt ? 'finished' : row.closesAt && row.closesAt < now ? 'expired' : 'running',
  language: row.language,
  formId: row.formId,
  startedAt: row.startedAt.toISOString(),
  closesAt: row.closesAt?.toISOString() ?? null,
  finishedAt: row.finishedAt?.toISOString() ?? null,
  devices: row.devices.map(({ since, ...device }) => ({ ...device, since: instant(since) })),
  answered: row.answered,
  lastReceivedAt: row.lastReceivedAt?.toISOString() ?? null,
  setAside: row.setAside,
  undecided: row.undecided,
  extensions: row.extensions.map(({ minutes, why, at, by }) => ({
    minutes,
    why,
    at: instant(at),
    byName: names.get(by) ?? '',
  })),
  interruptions: row.interruptions.map(({ kind, from, to }) => ({
    kind,
    from: instant(from),
    to: instant(to),
  })),
});

const instant = (text: string): string => new Date(text).toISOString();
