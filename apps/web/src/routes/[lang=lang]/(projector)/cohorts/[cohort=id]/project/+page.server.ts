import { error } from '@sveltejs/kit';
import { getProjection, listCohortItems } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { chosenOptions } from '#lib/cohort/chosen.ts';
import { loadCohort } from '#lib/server/load-cohort.ts';
import type { PageServerLoad } from './$types';

interface Projected {
  itemId: string;
  conceptTitle: string;
  stem: string;
  question: string;
  responses: number;
  options: ReturnType<typeof chosenOptions>;
}

const shows = ['votes', 'key'] as const;

/** Three questions by `?question=`, or the one that `?item=` names; `?show=votes` and then `key`. */
export const load: PageServerLoad = async (event) => {
  const { fetch, locals, url } = event;
  const { lang } = locals;
  const { cohort, course } = await loadCohort(event);
  const input = { params: { cohortId: cohort.id }, query: { course: course.id } };
  const itemId = url.searchParams.get('item');

  let questions: Projected[];
  if (itemId) {
    const found = await call(fetch, listCohortItems, input);
    const item = found.items.find((one) => one.itemId === itemId && one.use === 'practice');
    if (!item?.text) error(404, 'Not a question to project');
    const counts = item.counts.find(({ scope }) => scope === 'practice');
    questions = [
      {
        itemId,
        conceptTitle: item.concepts.map(({ title }) => title[lang]).join(', '),
        stem: item.text.stem[lang],
        question: item.text.question[lang],
        responses: counts?.responses ?? 0,
        options: chosenOptions(item.text.options, counts, lang),
      },
    ];
  } else {
    const projection = await call(fetch, getProjection, input);
    questions = projection.questions.map(({ options, ...question }) => ({
      itemId: question.itemId,
      conceptTitle: question.conceptTitle[lang],
      stem: question.stem[lang],
      question: question.question[lang],
      responses: question.responses,
      options: options.map(({ text, reason, ...option }) => ({
        ...option,
        text: text[lang],
        reason: reason[lang],
      })),
    }));
  }

  const number = Math.min(
    Math.max(1, Math.trunc(Number(url.searchParams.get('question'))) || 1),
    Math.max(1, questions.length),
  );
  const show = shows.find((one) => one === url.searchParams.get('show'));
  const shown = questions[number - 1];
  return {
    cohort,
    course,
    itemId,
    total: questions.length,
    number,
    show,
    question: shown && {
      ...shown,
      // Nothing that gives the answer away travels before it is asked for.
      options: shown.options.map((option) =>
        show === 'key'
          ? option
          : { ...option, right: false, reason: '', sure: 0, ...(show ? {} : { responses: 0 }) },
      ),
    },
  };
};
