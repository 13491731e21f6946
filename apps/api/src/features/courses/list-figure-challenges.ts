import type { InstitutionDatabase } from '@puente/database';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { listTakenCourses } from './list-taken-courses.ts';

/** What a figure asks on its own page, as far as a student's courses ask it. */
export const listFigureChallenges = async (
  db: InstitutionDatabase,
  actor: Actor,
  figure: string,
  { catalogue }: Context,
) => {
  const { taken } = await listTakenCourses(db, learnerKeyOf(actor));
  const challenges = catalogue.courses
    .filter(({ id }) => taken.includes(id))
    .flatMap(({ modules }) => modules.flatMap(({ challenges: own }) => own))
    .flatMap((item) =>
      item.kind === 'challenge' && item.figure === figure && item.moduleId !== null
        ? [{ itemId: item.id, view: item.view, courseId: item.courseId, moduleId: item.moduleId }]
        : [],
    );
  return { challenges };
};
