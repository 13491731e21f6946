import { randomBytes } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type * as z from 'zod/mini';
import {
  cohortCourses,
  cohortFaculty,
  cohorts,
  enrolments,
  type InstitutionDatabase,
} from '@puente/database';
import { minimums, seededRandom } from '@puente/measurement';
import type { Cohort, drawComparison as endpoint } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { cleanText } from '../people/clean-text.ts';
import { markCohortDue } from '../insights/mark-due.ts';
import { enrol } from './enrol.ts';
import { getCohortFor } from './get-cohort-for.ts';
import { makeCohortCode } from './renew-code.ts';
import { showCohort } from './show-cohorts.ts';

type Input = z.output<NonNullable<(typeof endpoint)['body']>>;

/**
 * Draws a comparison by lot: so many of a cohort who have begun nothing take the forms without the course, and get it
 * afterwards. The seed is ours, and published: one that staff choose could favour someone.
 */
export const drawComparison = async (
  db: InstitutionDatabase,
  actor: Actor,
  cohortId: string,
  input: Input,
  { catalogue, now }: Context,
): Promise<Cohort> => {
  const cohort = await getCohortFor(db, actor, cohortId);
  if (cohort.comparisonFor)
    throw new Conflict(
      'is_comparison',
      'This cohort is itself a comparison: draw from the one it is compared with.',
    );
  const { rows } = await db.$client.query<{ learnerKey: string; confirmed: boolean }>(
    `select e.learner_key as "learnerKey", e.confirmed from enrolments e
     where e.institution_id = $1 and e.cohort_id = $2 and e.left_at is null and not exists (
       select from attempts a where a.institution_id = $1 and a.learner_key = e.learner_key and a.cohort_id = $2)
     order by e.learner_key for update of e`,
    [db.institutionId, cohortId],
  );
  // Under ten pairs of either there is no gain to subtract, nor one to subtract from.
  const most = rows.length - minimums.gainPairs;
  if (input.students > most) {
    throw new Conflict(
      'too_few_to_draw',
      most < minimums.gainPairs
        ? `${rows.length} of this cohort have begun nothing; a comparison of ten needs at least twenty of them. Draw before the opening form.`
        : `${rows.length} of this cohort have begun nothing: draw at most ${most}.`,
      [{ field: 'students', message: `At most ${Math.max(0, most)}.` }],
    );
  }
  const seed = randomBytes(16).toString('hex');
  const drawn = seededRandom(seed).shuffle(rows).slice(0, input.students);
  const [made] = await db
    .insert(cohorts)
    .values({
      institutionId: db.institutionId,
      name: cleanText(input.name),
      term: cohort.term,
      campusId: cohort.campusId,
      startsOn: cohort.startsOn,
      endsOn: cohort.endsOn,
      comparisonFor: cohortId,
      lotterySeed: seed,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: cohorts.id });
  if (!made) {
    const message = 'The term has a cohort of this name already.';
    throw new Conflict('cohort_exists', message, [{ field: 'name', message }]);
  }
  const ofCohort = { institutionId: db.institutionId, cohortId: made.id };
  await db.insert(cohortCourses).values(cohort.courseIds.map((courseId) => ({ ...ofCohort, courseId })));
  const faculty = await db
    .select({ membershipId: cohortFaculty.membershipId })
    .from(cohortFaculty)
    .where(and(eq(cohortFaculty.institutionId, db.institutionId), eq(cohortFaculty.cohortId, cohortId)));
  if (faculty.length > 0)
    await db.insert(cohortFaculty).values(faculty.map(({ membershipId }) => ({ ...ofCohort, membershipId })));
  await makeCohortCode(db, made.id, now);
  await db
    .update(enrolments)
    .set({ leftAt: now })
    .where(
      and(
        eq(enrolments.institutionId, db.institutionId),
        eq(enrolments.cohortId, cohortId),
        inArray(
          enrolments.learnerKey,
          drawn.map(({ learnerKey }) => learnerKey),
        ),
      ),
    );
  await enrol(db, made.id, drawn, now);
  await markCohortDue(db, cohortId);
  await audit(db, actor, now, {
    act: 'cohort.draw_comparison',
    subjectKind: 'cohort',
    subjectId: made.id,
    detail: { comparisonFor: cohortId, seed, of: rows.length, drawn: drawn.length },
  });
  return showCohort(db, made.id, catalogue);
};
