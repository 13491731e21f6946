import type { FastifyInstance } from 'fastify';
import { openCase } from '@puente/content/practice';
import * as api from '@puente/schemas';
import { NotFound } from '../../errors.ts';
import { openRoute, route } from '../../route.ts';
import { getProgress, noProgress } from './course-progress.ts';
import { finishLesson } from './finish-lesson.ts';
import { getModulePackage } from './get-module-package.ts';
import { getToday } from './get-today.ts';
import { listModuleWishes, wishForModule } from './module-wishes.ts';
import { listFigureChallenges } from './list-figure-challenges.ts';
import { showConceptMap } from './show-concept-map.ts';
import { showCourse } from './show-course.ts';
import { takeModuleAlong } from './take-module-along.ts';

/** For everybody of the institution. */
export const courseRoutes = (app: FastifyInstance): void => {
  route(app, api.listCourses, async (_db, _actor, { context }) => ({
    courses: context.catalogue.courses.map(({ id, title, modules }) => ({
      id,
      title,
      modules: modules.length,
      openModules: modules.filter(({ status }) => status === 'open').length,
    })),
  }));
  route(app, api.getCourse, async (db, actor, { params, query, context }) => {
    const progress = actor.learnerKey
      ? await getProgress(db, context.catalogue, actor.learnerKey)
      : noProgress();
    const wishes = await listModuleWishes(db, actor, params.courseId);
    return showCourse(context.catalogue, params.courseId, progress, wishes, query.language);
  });
  route(app, api.getConceptMap, async (_db, _actor, { params, query, context }) =>
    showConceptMap(context.catalogue, params.courseId, query.language),
  );
};

/** For anybody, from a link. */
export const openCaseRoutes = (app: FastifyInstance): void => {
  openRoute(app, api.listOpenCases, async ({ query, context }) => ({
    cases: context.catalogue.courses.flatMap(({ id }) => {
      const shown = openCase(context.catalogue, id, query.language);
      return shown ? [{ courseId: id, courseTitle: shown.courseTitle, headline: shown.headline }] : [];
    }),
  }));
  openRoute(app, api.getOpenCase, async ({ params, query, context }) => {
    const shown = openCase(context.catalogue, params.courseId, query.language);
    if (!shown) throw new NotFound('open case');
    return shown;
  });
  openRoute(app, api.getLinkPreview, async ({ params, query, context }) => {
    const module = context.catalogue.getAnyModule(params.courseId, params.moduleId);
    const lessons = module.status === 'open' ? module.lessons : [];
    const lesson = lessons.find(({ id }) => id === query.lessonId);
    if (query.lessonId && !lesson) throw new NotFound('lesson');
    return {
      title: (lesson ?? module).title[query.language],
      headline: module.patient.headline[query.language],
    };
  });
};

/** Keys included: the verb looks who is enrolled or teaches. */
export const modulePackageRoutes = (app: FastifyInstance): void => {
  route(app, api.getModulePackage, (db, actor, { params, query, context }) =>
    getModulePackage(db, actor, params, query.language, context),
  );
};

/** For students. */
export const learningRoutes = (app: FastifyInstance): void => {
  route(app, api.getToday, (db, actor, { query, context }) => getToday(db, actor, query.language, context));
  route(app, api.takeModuleAlong, (db, actor, { params, body, context }) =>
    takeModuleAlong(db, actor, params, body.language, context),
  );
  route(app, api.finishLesson, (db, actor, { params, body, context }) =>
    finishLesson(db, actor, { ...params, ...body }, context),
  );
  route(app, api.listFigureChallenges, (db, actor, { params, context }) =>
    listFigureChallenges(db, actor, params.figure, context),
  );
  route(app, api.wishForModule, (db, actor, { params, body, context }) =>
    wishForModule(db, actor, { ...params, ...body }, context),
  );
};
