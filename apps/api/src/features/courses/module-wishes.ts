import { and, eq } from 'drizzle-orm';
import { moduleWishes, type InstitutionDatabase } from '@puente/database';
import type { ModuleMap } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { Conflict, Forbidden } from '../../errors.ts';
import { findEnrolment } from '../attempts/find-enrolment.ts';

export type Wishes = ReadonlyMap<string, ModuleMap['wish']>;

interface Input {
  courseId: string;
  moduleId: string;
  wanted: boolean;
}

/** Who waits for which module of a course: a student sees their own wish, those who decide how many there are. */
export const listModuleWishes = async (
  db: InstitutionDatabase,
  actor: Actor,
  courseId: string,
): Promise<Wishes> => {
  const rows = await db
    .select({ moduleId: moduleWishes.moduleId, learnerKey: moduleWishes.learnerKey })
    .from(moduleWishes)
    .where(and(eq(moduleWishes.institutionId, db.institutionId), eq(moduleWishes.courseId, courseId)));
  return new Map(
    [...Map.groupBy(rows, ({ moduleId }) => moduleId)].map(([moduleId, wishes]) => [
      moduleId,
      {
        own: wishes.some(({ learnerKey }) => learnerKey === actor.learnerKey),
        students: actor.learnerKey ? null : wishes.length,
      },
    ]),
  );
};

/** Asks to be told once an announced module opens, or no longer; a repeat changes nothing. */
export const wishForModule = async (
  db: InstitutionDatabase,
  actor: Actor,
  { courseId, moduleId, wanted }: Input,
  { catalogue, now }: Context,
) => {
  const learnerKey = learnerKeyOf(actor);
  const module = catalogue.getAnyModule(courseId, moduleId);
  if (!(await findEnrolment(db, learnerKey, courseId)))
    throw new Forbidden('not_enrolled', 'You are not enrolled in this course.');
  const { institutionId } = db;
  if (wanted) {
    if (module.status === 'open') throw new Conflict('module_open', 'This module is open already.');
    await db
      .insert(moduleWishes)
      .values({ institutionId, courseId, moduleId, learnerKey, wishedAt: now })
      .onConflictDoNothing();
  } else {
    await db
      .delete(moduleWishes)
      .where(
        and(
          eq(moduleWishes.institutionId, institutionId),
          eq(moduleWishes.courseId, courseId),
          eq(moduleWishes.moduleId, moduleId),
          eq(moduleWishes.learnerKey, learnerKey),
        ),
      );
  }
  return { wanted };
};
