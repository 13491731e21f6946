import type { Database, InstitutionDatabase } from '@puente/database';
import type { Catalogue } from '../../catalogue.ts';
import { analyseCohort } from './analyse-cohort.ts';
import { analyseSitting } from './analyse-sitting.ts';
import { analysisVersion, rulesVersion } from './analysis-version.ts';
import { listSittingRecords } from './list-sitting-records.ts';

/** A large analysis rests for so many times its own duration before it is computed anew. */
const restFactor = 20;
/** Who went quiet changes by the hour without any answer. */
const refreshHours = 6;

interface Due {
  now: Date;
  /** Even what was computed a moment ago. */
  atOnce?: boolean;
  stopped?: () => boolean;
}

/** Computes what is due in one institution, sittings before the sections that show them. Says how many it computed. */
export const analyseDue = async (
  database: Database,
  catalogue: Catalogue,
  institutionId: string,
  { now, atOnce = false, stopped = () => false }: Due,
): Promise<number> => {
  let computed = 0;
  const within = <T>(work: (db: InstitutionDatabase) => Promise<T>) =>
    database.asInstitution(institutionId, work);
  for (const { sittingId } of await within((db) => listDueSittings(db, now, atOnce))) {
    if (stopped()) return computed;
    if (await within((db) => storeSitting(db, catalogue, sittingId, now))) computed += 1;
  }
  for (const { cohortId, courseId } of await within((db) => listDueCohorts(db, catalogue, now, atOnce))) {
    if (stopped()) return computed;
    if (await within((db) => storeCohort(db, catalogue, cohortId, courseId, now))) computed += 1;
  }
  return computed;
};

const rested = `(a.computed_at is null or $3 or a.computed_at + ${restFactor} * a.took_ms * interval '1 millisecond' <= $2)`;

const listDueSittings = async (db: InstitutionDatabase, now: Date, atOnce: boolean) => {
  const { rows } = await db.$client.query<{ sittingId: string }>(
    `select s.id as "sittingId" from sittings s
     left join sitting_analyses a on a.institution_id = s.institution_id and a.sitting_id = s.id
     where s.institution_id = $1 and (s.closed_at is not null or s.closes_at < $2) and ${rested}
       and (a.sitting_id is null or a.analysed_revision is distinct from a.revision or a.version is distinct from $4)
       and exists (select from attempts t where t.institution_id = s.institution_id and t.sitting_id = s.id)
     order by s.opens_at, s.id`,
    [db.institutionId, now, atOnce, rulesVersion],
  );
  return rows;
};

const listDueCohorts = async (db: InstitutionDatabase, catalogue: Catalogue, now: Date, atOnce: boolean) => {
  const { rows } = await db.$client.query<{ cohortId: string; courseId: string }>(
    `select a.cohort_id as "cohortId", a.course_id as "courseId" from cohort_analyses a
     join cohorts c on c.institution_id = a.institution_id and c.id = a.cohort_id
     where a.institution_id = $1 and ${rested} and a.course_id = any($5::text[])
       and (a.analysed_revision is distinct from a.revision or a.version is distinct from $4
         or (a.computed_at < $2 - ${refreshHours} * interval '1 hour' and c.ends_on >= $2::date - 30)
         or exists (select from sittings s where s.institution_id = a.institution_id and s.cohort_id = a.cohort_id
              and s.course_id = a.course_id and s.wave <> 'selection' and (
                (coalesce(s.closed_at, s.closes_at) >= a.computed_at and coalesce(s.closed_at, s.closes_at) < $2)
                or (s.opens_at > a.computed_at and s.opens_at <= $2 and a.document->'waves' ? s.wave)))
         or exists (select from sittings s join sitting_analyses x on x.institution_id = s.institution_id and x.sitting_id = s.id
              where s.institution_id = a.institution_id and s.cohort_id = a.cohort_id and s.course_id = a.course_id
                and s.wave <> 'selection' and x.computed_at > a.computed_at))
     order by a.cohort_id, a.course_id`,
    [db.institutionId, now, atOnce, analysisVersion(catalogue), catalogue.courses.map((course) => course.id)],
  );
  return rows;
};

/** Several processes may look for what is due: one of them computes it. */
const isMine = async (db: InstitutionDatabase, what: string): Promise<boolean> => {
  const { rows } = await db.$client.query<{ mine: boolean }>(
    "select pg_try_advisory_xact_lock(hashtextextended('analysis:' || $1, 0)) as mine",
    [what],
  );
  return rows[0]!.mine;
};

/** The revision is read before the answers: what comes in meanwhile leaves the analysis due. */
const storeSitting = async (
  db: InstitutionDatabase,
  catalogue: Catalogue,
  sittingId: string,
  now: Date,
): Promise<boolean> => {
  if (!(await isMine(db, sittingId))) return false;
  const began = performance.now();
  const { rows } = await db.$client.query<{ revision: number }>(
    'select revision from sitting_analyses where institution_id = $1 and sitting_id = $2',
    [db.institutionId, sittingId],
  );
  const { analysis, rapidLearnerKeys } = analyseSitting(await listSittingRecords(db, catalogue, sittingId));
  await db.$client.query(
    `insert into sitting_analyses (institution_id, sitting_id, analysed_revision, version, computed_at, took_ms, document,
       rapid_learner_keys)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (institution_id, sitting_id) do update set analysed_revision = excluded.analysed_revision,
       version = excluded.version, computed_at = excluded.computed_at, took_ms = excluded.took_ms,
       document = excluded.document, rapid_learner_keys = excluded.rapid_learner_keys`,
    [
      db.institutionId,
      sittingId,
      rows[0]?.revision ?? 0,
      rulesVersion,
      now,
      Math.ceil(performance.now() - began),
      JSON.stringify(analysis),
      rapidLearnerKeys,
    ],
  );
  return true;
};

const storeCohort = async (
  db: InstitutionDatabase,
  catalogue: Catalogue,
  cohortId: string,
  courseId: string,
  now: Date,
): Promise<boolean> => {
  if (!(await isMine(db, `${cohortId}/${courseId}`))) return false;
  const began = performance.now();
  const { rows } = await db.$client.query<{ revision: number }>(
    'select revision from cohort_analyses where institution_id = $1 and cohort_id = $2 and course_id = $3',
    [db.institutionId, cohortId, courseId],
  );
  const document = await analyseCohort(db, catalogue, cohortId, courseId, now);
  await db.$client.query(
    `update cohort_analyses set analysed_revision = $4, version = $5, computed_at = $6, took_ms = $7, document = $8
     where institution_id = $1 and cohort_id = $2 and course_id = $3`,
    [
      db.institutionId,
      cohortId,
      courseId,
      rows[0]!.revision,
      analysisVersion(catalogue),
      now,
      Math.ceil(performance.now() - began),
      JSON.stringify(document),
    ],
  );
  return true;
};
