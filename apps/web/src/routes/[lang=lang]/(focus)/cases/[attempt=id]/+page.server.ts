import { error, redirect } from '@sveltejs/kit';
import { finishAttempt, getAttempt, getCourse, getToday } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { citedSources } from '#lib/courses/cited-sources.ts';
import { nextAction } from '#lib/courses/next-action.ts';
import { loadArt, needsArt } from '#lib/question/art.ts';
import { explanationOf } from '#lib/question/key-of.ts';
import { askedDecisions } from '#lib/server/asked.ts';
import { requireRole } from '#lib/server/guard.ts';
import { loadPackage } from '#lib/server/module-package.ts';
import { formFields, recordForm } from '#lib/server/record-form.ts';
import { newId } from '#lib/state/new-id.ts';
import type { Actions, PageServerLoad } from './$types';
import { casePath, chosenOptions } from '#lib/case/case-path.ts';

export const load: PageServerLoad = async ({ fetch, locals, params, url }) => {
  const me = requireRole(locals, 'student');
  const language = params.lang;
  const found = await call(fetch, getAttempt, { params: { attemptId: params.attempt } });
  if (found.kind !== 'case') error(404, 'Not a case');
  const course = await call(fetch, getCourse, { params: { courseId: found.courseId }, query: { language } });
  const module = course.modules.find((candidate) => candidate.case?.id === found.contentId);
  if (!module) error(404, 'No such case');
  const modulePackage = await loadPackage(fetch, course.id, module.id, language);
  const story = modulePackage.case;
  if (!story) error(404, 'No such case');
  const now = Date.now();
  const items = askedDecisions(found, modulePackage);
  const place = { course: course.id, module: module.id, lang: language };
  const chosen = chosenOptions(
    story,
    found.responses.map(({ itemId, answer }) => [itemId, String(answer)] as const),
    await loadArt(items.filter(needsArt), place),
  );
  return {
    open: !casePath(story, chosen).finished,
    place,
    attempt: { ...found, language, items },
    story,
    /** What else explains the concept that each decision rests on. */
    explanations: Object.fromEntries(
      story.stages.flatMap(({ decision }) => {
        const text = decision && explanationOf(modulePackage, decision.concepts[0] ?? '');
        return text ? [[decision.id, text]] : [];
      }),
    ),
    fields: Object.fromEntries(found.items.map(({ id }) => [id, formFields(id, newId(), now)])),
    sources: citedSources(modulePackage, story.sources),
    reviewStatus: course.reviewStatus,
    /** Whose outcome a form without JavaScript came back to. */
    shown: url.searchParams.get('decision'),
    account: me.membershipId,
  };
};

export const actions: Actions = {
  answer: async ({ fetch, locals, params, request, url }) => {
    requireRole(locals, 'student');
    const attempt = await call(fetch, getAttempt, { params: { attemptId: params.attempt } });
    const outcome = await recordForm(fetch, attempt, await request.formData(), params.lang);
    if (outcome?.refusal) return { refusal: outcome.refusal };
    redirect(303, url.pathname + (outcome ? `?decision=${encodeURIComponent(outcome.itemId)}` : ''));
  },
  finish: async ({ fetch, locals, params, request }) => {
    requireRole(locals, 'student');
    // Left out while answers still wait on the phone: they would arrive after the end and be refused.
    if ((await request.formData()).get('complete')) {
      await call(fetch, finishAttempt, { params: { attemptId: params.attempt } });
    }
    const { next } = await call(fetch, getToday, { query: { language: params.lang } });
    const action = nextAction(next, params.lang);
    redirect(303, action && !action.begins ? action.href : `/${params.lang}/today`);
  },
};
