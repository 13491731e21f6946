import type { InstitutionDatabase } from '@puente/database';
import type { EligibilityItem, LanguageLevel, Policy } from '@puente/schemas';
import type { Catalogue } from '../../../catalogue.ts';
import type { Context } from '../../../context.ts';
import type { RoundRow } from '../round-row.ts';
import { eligibilityItems } from './eligibility.ts';

export interface Applicant {
  learnerKey: string;
  canTravel: boolean;
  datesFit: boolean;
  under18: boolean;
  english: LanguageLevel | null;
  dossierAnswers: string[];
  appliedAt: Date;
  withdrawnAt: Date | null;
  campusId: string | null;
  consents: { selection: boolean; transfer: boolean };
  /** What the guardian last said; null: nothing. */
  guardian: boolean | null;
  items: EligibilityItem[];
}

interface Row extends Omit<Applicant, 'consents' | 'items'> {
  selection: boolean | null;
  transfer: boolean | null;
}

/** Everybody who applied, or one learner, with each condition as it stands now; in the order of the learner keys. */
export const listApplicants = async (
  db: InstitutionDatabase,
  round: RoundRow,
  policy: Policy | null,
  { catalogue, now }: Context,
  learnerKey?: string,
): Promise<Applicant[]> => {
  // Erased people have no link: nothing of theirs is looked at.
  const { rows } = await db.$client.query<Row>(
    `select a.learner_key as "learnerKey", a.can_travel as "canTravel", a.dates_fit as "datesFit",
       a.under_18 as "under18", a.english, a.dossier_answers as "dossierAnswers", a.applied_at as "appliedAt",
       a.withdrawn_at as "withdrawnAt", p.campus_id as "campusId",
       own.selection, own.transfer, own.guardian
     from round_applications a
     join learner_links l on l.institution_id = a.institution_id and l.learner_key = a.learner_key
     join memberships m on m.institution_id = l.institution_id and m.id = l.membership_id
     join people p on p.institution_id = m.institution_id and p.id = m.person_id
     cross join lateral (
       select (array_agg(c.given order by c.at desc, c.id desc) filter (where c.by = 'self' and c.purpose = 'selection'))[1] as selection,
         (array_agg(c.given order by c.at desc, c.id desc) filter (where c.by = 'self' and c.purpose = 'transfer'))[1] as transfer,
         (array_agg(c.given order by c.at desc, c.id desc) filter (where c.by = 'guardian' and c.purpose = 'selection'))[1] as guardian
       from consents c
       where c.institution_id = a.institution_id and c.learner_key = a.learner_key and c.round_id = a.round_id) own
     where a.institution_id = $1 and a.round_id = $2 and ($3::uuid is null or a.learner_key = $3)
     order by a.learner_key`,
    [db.institutionId, round.id, learnerKey ?? null],
  );
  const keys = rows.map((row) => row.learnerKey);
  const courses = await courseFacts(db, catalogue, policy?.eligibility.courses ?? [], keys, now);
  const sat = await satCourses(db, round.id, keys);
  return rows.map(({ selection, transfer, ...row }): Applicant => {
    const consent = selection ?? false;
    return {
      ...row,
      consents: { selection: consent, transfer: transfer ?? false },
      items: eligibilityItems(policy, {
        ...row,
        consent,
        guardianConsent: row.guardian ?? false,
        courses: new Map(
          (policy?.eligibility.courses ?? []).map((courseId) => [
            courseId,
            courses(row.learnerKey, courseId),
          ]),
        ),
        sat: sat.get(row.learnerKey) ?? new Set(),
      }),
    };
  });
};

export const isEligible = ({ items }: Pick<Applicant, 'items'>): boolean => items.every(({ met }) => met);

/** The courses of a round's policy whose sealed form each learner began. */
export const satCourses = async (
  db: InstitutionDatabase,
  roundId: string,
  learnerKeys: readonly string[],
): Promise<Map<string, Set<string>>> => {
  const { rows } = await db.$client.query<{ learnerKey: string; courses: string[] }>(
    `select a.learner_key as "learnerKey", array_agg(distinct r.course_id) as courses
     from round_sittings r
     join attempts a on a.institution_id = r.institution_id and a.sitting_id = r.sitting_id
     where r.institution_id = $1 and r.round_id = $2 and a.learner_key = any($3::uuid[])
     group by a.learner_key`,
    [db.institutionId, roundId, learnerKeys],
  );
  return new Map(rows.map((row) => [row.learnerKey, new Set(row.courses)]));
};

/** Completed: every open lesson and case done, closing form taken. */
export const courseFacts = async (
  db: InstitutionDatabase,
  catalogue: Catalogue,
  courseIds: readonly string[],
  learnerKeys: readonly string[],
  now: Date,
): Promise<(learnerKey: string, courseId: string) => { done: number; of: number }> => {
  const asked = courseIds.map((courseId) => {
    const modules = [...catalogue.modules.values()].filter((module) => module.courseId === courseId);
    return {
      courseId,
      lessons: modules.flatMap((module) => module.lessons.map((lesson) => lesson.id)),
      cases: modules.flatMap((module) => (module.case ? [module.case.id] : [])),
    };
  });
  const { rows } = await db.$client.query<{ learnerKey: string; courseId: string; done: number }>(
    `with asked as (
       select c."courseId" as course_id, c.lessons, c.cases
       from jsonb_to_recordset($3::jsonb) as c("courseId" text, lessons text[], cases text[]))
     select learner_key as "learnerKey", course_id as "courseId", count(*)::int as done
     from (
       select p.learner_key, p.course_id, p.lesson_id as what
       from lesson_progress p join asked q on q.course_id = p.course_id and p.lesson_id = any(q.lessons)
       where p.institution_id = $1 and p.learner_key = any($2::uuid[]) and p.finished_at is not null
       union
       select a.learner_key, a.course_id, a.content_id
       from attempts a join asked q on q.course_id = a.course_id and a.content_id = any(q.cases)
       where a.institution_id = $1 and a.learner_key = any($2::uuid[]) and a.kind = 'case' and a.finished_at is not null
       union
       select a.learner_key, a.course_id, 'closing form'
       from attempts a join asked q on q.course_id = a.course_id
       where a.institution_id = $1 and a.learner_key = any($2::uuid[]) and a.wave = 'closing'
         and (a.finished_at is not null or a.closes_at < $4)) done
     group by learner_key, course_id`,
    [db.institutionId, learnerKeys, JSON.stringify(asked), now],
  );
  const done = new Map(rows.map((row) => [`${row.learnerKey} ${row.courseId}`, row.done]));
  return (learnerKey, courseId) => {
    const course = asked.find((candidate) => candidate.courseId === courseId)!;
    const of = course.lessons.length + course.cases.length;
    return { done: done.get(`${learnerKey} ${courseId}`) ?? 0, of: of === 0 ? 0 : of + 1 };
  };
};
