import { and, eq } from 'drizzle-orm';
import type * as z from 'zod/mini';
import type { OpenModule } from '@puente/content/server';
import { attempts, type InstitutionDatabase } from '@puente/database';
import type { Attempt, startPractice as endpoint } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../errors.ts';
import { chooseReviewItems } from '../review/choose-review-items.ts';
import { choosePracticeItems } from './choose-practice-items.ts';
import { difficultyOf, estimateConcepts, misfitOf } from './concept-estimates.ts';
import { findEnrolment } from './find-enrolment.ts';
import { listLearnerHistory } from './learner-history.ts';
import { showAttempt } from './show-attempt.ts';

type Input = z.output<NonNullable<(typeof endpoint)['body']>>;

const usualSize = 12;

/** Starts a practice, a case or a review under an id that the device made; the same call again finds it. */
export const startPractice = async (
  db: InstitutionDatabase,
  actor: Actor,
  attemptId: string,
  input: Input,
  context: Context,
): Promise<Attempt> => {
  const learnerKey = learnerKeyOf(actor);
  const enrolment = await findEnrolment(db, learnerKey, input.courseId);
  if (!enrolment) throw new Forbidden('not_enrolled', 'You are not enrolled in this course.');
  const find = () =>
    db
      .select()
      .from(attempts)
      .where(and(eq(attempts.institutionId, db.institutionId), eq(attempts.id, attemptId)));
  let [attempt] = await find();
  if (!attempt) {
    await db
      .insert(attempts)
      .values({
        institutionId: db.institutionId,
        id: attemptId,
        learnerKey,
        kind: input.kind,
        courseId: input.courseId,
        contentId: input.contentId,
        cohortId: enrolment.cohortId,
        language: input.language,
        items: await itemsOf(db, learnerKey, input, context),
        seed: attemptId,
        startedAt: context.now,
      })
      .onConflictDoNothing();
    [attempt] = await find();
  }
  if (!attempt || attempt.learnerKey !== learnerKey) throw new NotFound('attempt');
  if (attempt.kind !== input.kind || attempt.contentId !== input.contentId) {
    throw new Conflict('id_reused', 'This attempt id already names another attempt; make a new one.');
  }
  return showAttempt(db, attempt, actor, context);
};

const itemsOf = async (
  db: InstitutionDatabase,
  learnerKey: string,
  input: Input,
  context: Context,
): Promise<string[]> => {
  if (input.kind === 'case') return decisionsOf(input, context);
  if (input.kind === 'practice') return practiceItems(db, learnerKey, input, context);
  if (input.contentId !== input.courseId) throw new NotFound('review of this course');
  return chooseReviewItems(db, learnerKey, input.courseId, input.size, context);
};

const decisionsOf = (input: Input, { catalogue }: Context): string[] => {
  const found = catalogue.cases.get(input.contentId);
  if (!found || found.courseId !== input.courseId) throw new NotFound('case');
  return found.stages.flatMap((stage) => (stage.decision ? [stage.decision.id] : []));
};

const practiceItems = async (
  db: InstitutionDatabase,
  learnerKey: string,
  input: Input,
  { catalogue }: Context,
): Promise<string[]> => {
  const module = catalogue.getAnyModule(input.courseId, input.contentId);
  const own = module.status === 'open' ? module.practice : module.questions;
  if (input.items) {
    const known = new Set([...own, ...module.challenges].map((item) => item.id));
    const index = input.items.findIndex((id) => !known.has(id));
    if (index >= 0)
      throw new Invalid('invalid', 'Not a practice item of this module.', [
        { field: `items.${index}`, message: 'Not a practice item of this module.' },
      ]);
    return [...new Set(input.items)];
  }
  if (module.status === 'announced') return own.map(({ id }) => id);
  if (input.testOut) return hardestOfEach(module.concepts, practiceItemsOf(module));
  const history = await listLearnerHistory(db, catalogue, learnerKey, input.courseId);
  const estimates = estimateConcepts(history, catalogue);
  return choosePracticeItems({
    items: practiceItemsOf(module),
    concepts: module.concepts,
    history,
    misfit: (id) => misfitOf(catalogue.items.get(id), estimates),
    size: input.size ?? usualSize,
    first: input.concept,
  });
};

/** What a module's practice may ask: not what its lessons ask. */
export const practiceItemsOf = (module: OpenModule): OpenModule['practice'] => {
  const checks = new Set(module.lessons.flatMap((lesson) => lesson.checks));
  return module.practice.filter((item) => !checks.has(item.id));
};

const hardestOfEach = (concepts: readonly string[], items: OpenModule['practice']): string[] =>
  concepts.flatMap((concept) => {
    const own = items.filter((item) => item.concepts[0] === concept);
    const [hardest] = own.toSorted((a, b) => difficultyOf(b) - difficultyOf(a));
    return hardest ? [hardest.id] : [];
  });
