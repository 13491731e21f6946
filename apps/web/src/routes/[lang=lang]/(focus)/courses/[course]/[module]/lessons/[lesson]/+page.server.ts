import { error, redirect } from '@sveltejs/kit';
import { finishAttempt, finishLesson, getAttempt, getCourse } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { citedSources } from '#lib/courses/cited-sources.ts';
import { modulePath, stepAfter, stepPath } from '#lib/courses/steps.ts';
import { loadLesson } from '#lib/lesson/library.ts';
import { askedItems } from '#lib/server/asked.ts';
import { requireRole } from '#lib/server/guard.ts';
import { loadPackage } from '#lib/server/module-package.ts';
import { formFields, recordForm } from '#lib/server/record-form.ts';
import { newId } from '#lib/state/new-id.ts';
import type { Actions, PageServerLoad } from './$types';
import { endVisit, openVisit } from './visit.ts';

const mapOf = async (
  fetch: typeof globalThis.fetch,
  params: { course: string; module: string; lang: 'es' | 'en' },
) => {
  const course = await call(fetch, getCourse, {
    params: { courseId: params.course },
    query: { language: params.lang },
  });
  const module = course.modules.find(({ id }) => id === params.module);
  if (!module) error(404, 'No such module');
  return { course, module };
};

export const load: PageServerLoad = async ({ fetch, locals, params, cookies, url }) => {
  const me = requireRole(locals, 'student');
  const language = params.lang;
  const [{ course, module }, modulePackage, prose] = await Promise.all([
    mapOf(fetch, params),
    loadPackage(fetch, params.course, params.module, language),
    loadLesson({ ...params, lesson: params.lesson }),
  ]);
  const lesson = modulePackage.lessons.find(({ id }) => id === params.lesson);
  if (!lesson || !prose) error(404, 'No such lesson');
  const attempt = await openVisit(
    fetch,
    cookies,
    { courseId: course.id, moduleId: module.id, lessonId: lesson.id, language, checks: lesson.checks },
    url.protocol === 'https:',
  );
  const asked = attempt && { ...attempt, language, ...askedItems(attempt, modulePackage) };
  const next = stepAfter(module, lesson.id);
  const { name, facts } = modulePackage.patient;
  const [explained, named] = [new Set(prose.concepts), new Set([...prose.concepts, ...(prose.terms ?? [])])];
  return {
    lesson: { id: lesson.id, title: lesson.title, minutes: lesson.minutes },
    patient: { name, facts },
    attempt: asked,
    fields: Object.fromEntries(lesson.checks.map((id) => [id, formFields(id, newId(), Date.now())])),
    concepts: modulePackage.concepts
      .filter(({ id }) => named.has(id))
      .map(({ id, summary, other, explanations, enrichment }) => ({
        id,
        summary,
        other,
        // A term is said in a line: what would explain it again stays where it is asked for.
        explanations: explained.has(id) ? explanations : [],
        enrichment: explained.has(id) ? enrichment : undefined,
      })),
    figures: modulePackage.figures.filter(({ name: figure }) => prose.figures.includes(figure)),
    sources: citedSources(modulePackage, lesson.sources),
    reviewStatus: course.reviewStatus,
    finished: module.lessons.some(({ id, finished }) => id === lesson.id && finished),
    next: next && { kind: next.kind, title: next.title },
    account: me.membershipId,
  };
};

export const actions: Actions = {
  answer: async ({ fetch, locals, params, request, url }) => {
    requireRole(locals, 'student');
    const form = await request.formData();
    const attempt = await call(fetch, getAttempt, {
      params: { attemptId: String(form.get('attempt') ?? '') },
    });
    const outcome = await recordForm(fetch, attempt, form, params.lang);
    if (outcome?.refusal) return { refusal: outcome.refusal, itemId: outcome.itemId };
    redirect(303, outcome ? `${url.pathname}#check-${outcome.itemId}` : url.pathname);
  },
  finish: async ({ fetch, locals, params, request, cookies, url }) => {
    requireRole(locals, 'student');
    const attemptId = String((await request.formData()).get('attempt') ?? '');
    await call(fetch, finishLesson, {
      params: { courseId: params.course, lessonId: params.lesson },
      body: { finished: true },
    });
    // Left out while answers still wait on the phone: they would arrive after the end and be refused.
    if (attemptId) await call(fetch, finishAttempt, { params: { attemptId } });
    endVisit(cookies, params.lesson, url.protocol === 'https:');
    const { module } = await mapOf(fetch, params);
    const next = stepAfter(module, params.lesson);
    redirect(
      303,
      next ? stepPath(modulePath(params.lang, params.course, params.module), next) : `/${params.lang}/today`,
    );
  },
};
