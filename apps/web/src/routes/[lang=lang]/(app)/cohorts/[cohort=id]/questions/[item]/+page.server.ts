import { error } from '@sveltejs/kit';
import { listCohortItems } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { chosenOptions } from '#lib/cohort/chosen.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals: { lang }, params, parent }) => {
  const { cohort, course } = await parent();
  const { asOf, items, ...insights } = await call(fetch, listCohortItems, {
    params: { cohortId: cohort.id },
    query: { course: course.id },
  });
  const item = items.find(({ itemId }) => itemId === params.item);
  if (!item?.text) error(404, 'Not a question to read');
  const { text, concepts, counts } = item;
  const scopeCounts = counts.find(({ scope }) => scope === item.use);
  return {
    asOf,
    synthetic: insights.cohort.synthetic,
    item: {
      id: item.itemId,
      use: item.use,
      concepts: concepts.map(({ title }) => title[lang]).join(', '),
      stem: text.stem[lang],
      question: text.question[lang],
      responses: scopeCounts?.responses ?? 0,
      right: scopeCounts?.right ?? 0,
      sureAndWrong: scopeCounts?.sureAndWrong ?? 0,
      /** From 50 responses on. */
      judged:
        scopeCounts?.rightShare != null && scopeCounts.interval
          ? { share: scopeCounts.rightShare, interval: scopeCounts.interval }
          : null,
      underEarlierKeys: scopeCounts?.underEarlierKeys ?? 0,
      options: chosenOptions(text.options, scopeCounts, lang),
    },
  };
};
