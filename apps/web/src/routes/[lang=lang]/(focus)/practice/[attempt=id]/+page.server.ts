import { error, redirect } from '@sveltejs/kit';
import { finishAttempt, getAttempt, getCourse, getToday } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { askedItems } from '#lib/server/asked.ts';
import { requireRole } from '#lib/server/guard.ts';
import { loadPackage } from '#lib/server/module-package.ts';
import { formFields, recordForm } from '#lib/server/record-form.ts';
import { newId } from '#lib/state/new-id.ts';
import { conceptsOf } from './summary.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params, url }) => {
  const me = requireRole(locals, 'student');
  const language = params.lang;
  const found = await call(fetch, getAttempt, { params: { attemptId: params.attempt } });
  if (found.kind !== 'practice' && found.kind !== 'review') error(404, 'Not a practice');
  const { kind, courseId } = found;
  const moduleIds =
    kind === 'practice'
      ? [found.contentId]
      : [...new Set(found.items.flatMap(({ moduleId }) => moduleId ?? []))];
  const [course, ...packages] = await Promise.all([
    call(fetch, getCourse, { params: { courseId }, query: { language } }),
    ...moduleIds.map((id) => loadPackage(fetch, courseId, id, language)),
  ]);
  const { items, keys } = askedItems(found, {
    items: packages.flatMap(({ items }) => items),
    concepts: packages.flatMap(({ concepts }) => concepts),
  });
  const answered = new Set(found.responses.map(({ itemId }) => itemId));
  const open = items.filter(({ id }) => !answered.has(id));
  const today = open.length > 0 ? undefined : await call(fetch, getToday, { query: { language } });
  return {
    attempt: { ...found, language, items },
    keys,
    kind,
    courseId,
    moduleIds,
    /** Of the module practised, or of the course reviewed. */
    title: kind === 'practice' ? packages[0]!.title : course.title,
    concepts: conceptsOf(course, moduleIds),
    /** Where a practice goes on once its questions are spent. */
    caseTitle: kind === 'practice' && course.modules.find(({ id }) => id === found.contentId)?.case?.title,
    next: today?.next,
    /** Whose feedback a form without JavaScript came back to. */
    shown: url.searchParams.get('item'),
    fields: open[0] ? formFields(open[0].id, newId(), Date.now()) : {},
    account: me.membershipId,
    timeZone: me.institution.timeZone,
  };
};

export const actions: Actions = {
  answer: async ({ fetch, locals, params, request, url }) => {
    requireRole(locals, 'student');
    const attempt = await call(fetch, getAttempt, { params: { attemptId: params.attempt } });
    const outcome = await recordForm(fetch, attempt, await request.formData(), params.lang);
    if (!outcome) redirect(303, url.pathname);
    if (outcome.refusal) return { refusal: outcome.refusal };
    const answered = new Set([...attempt.responses.map(({ itemId }) => itemId), outcome.itemId]);
    if (attempt.items.every(({ id }) => answered.has(id))) {
      await call(fetch, finishAttempt, { params: { attemptId: params.attempt } });
    }
    redirect(303, `${url.pathname}?item=${encodeURIComponent(outcome.itemId)}`);
  },
};
