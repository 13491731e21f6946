import { listCohortItems } from '@puente/schemas';
import { call } from '#lib/api.ts';
import type { PageServerLoad } from './$types';

const uses = ['practice', 'case', 'assessment', 'all'] as const;

export const load: PageServerLoad = async ({ fetch, locals: { lang }, parent, url }) => {
  const { cohort, course } = await parent();
  const { asOf, items, ...insights } = await call(fetch, listCohortItems, {
    params: { cohortId: cohort.id },
    query: { course: course.id },
  });
  const use = uses.find((one) => one === url.searchParams.get('use')) ?? 'practice';
  const wanted = url.searchParams.get('concept');
  const concept = items.flatMap(({ concepts }) => concepts).find(({ id }) => id === wanted);
  return {
    asOf,
    synthetic: insights.cohort.synthetic,
    use,
    concept: concept && { id: concept.id, title: concept.title[lang] },
    rows: items
      .filter((item) => use === 'all' || item.use === use)
      .filter((item) => !concept || item.concepts.some(({ id }) => id === concept.id))
      .flatMap(({ itemId, use: usedIn, concepts, counts, text }) => {
        const item = {
          itemId,
          question: text && text.question[lang],
          concept: concepts.map(({ title }) => title[lang]).join(', '),
        };
        const none = {
          scope: usedIn,
          responses: 0,
          rightShare: null,
          interval: null,
          sureAndWrong: 0,
        } as const;
        return (counts.length > 0 ? counts : [none]).map(
          ({ scope, responses, rightShare, interval, sureAndWrong }) => ({
            ...item,
            scope,
            responses,
            rightShare,
            interval,
            sureAndWrong,
          }),
        );
      })
      .sort((a, b) => b.sureAndWrong - a.sureAndWrong || b.responses - a.responses),
  };
};
