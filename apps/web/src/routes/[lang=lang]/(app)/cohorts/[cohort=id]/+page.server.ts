import { getCohortInsights, type CohortInsights } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { sentences } from '#lib/cohort/sentences.ts';
import { percent } from '#lib/format.ts';
import type { Lang } from '#lib/i18n.ts';
import type { PageServerLoad } from './$types';

/** Sentences are made here, so that the page carries those of one language and none of the rest. */
const gainInWords = (gain: CohortInsights['gain'], lang: Lang) => {
  const { knowledge, confidence, flow } = gain;
  const say = sentences(lang);
  if (knowledge.tooLittle) return { tooLittle: say.tooLittle(knowledge.n, knowledge.reason) };
  if (confidence.tooLittle) return { tooLittle: say.tooLittle(confidence.n, confidence.reason) };
  const bar = ({ opening, closing, difference, interval }: typeof knowledge | typeof confidence) => ({
    before: opening.value,
    after: closing.value,
    gain: difference,
    interval,
    description: say.description(opening.value, closing.value, difference, interval),
  });
  return {
    warning:
      flow.enoughMatched || flow.matchedShare === null ? null : say.matched(percent(flow.matchedShare, lang)),
    knowledge: bar(knowledge),
    confidence: bar(confidence),
    bias: `${say.biasChange(confidence.bias)} ${say.biasNow(confidence.bias.closing)}`,
    unit: say.unit(knowledge.pairs),
    model: gain.latent ? say.model(gain.latent.kind, gain.latent.people) : say.noModel,
    effect: gain.comparison?.effect ? say.effect(gain.comparison.effect) : say.change,
  };
};

export const load: PageServerLoad = async ({ fetch, locals: { lang }, parent, url }) => {
  const { cohort, course } = await parent();
  const { asOf, pending, headline, concepts, gain, quiet, quietPeople, ...insights } = await call(
    fetch,
    getCohortInsights,
    {
      params: { cohortId: cohort.id },
      query: { course: course.id },
    },
  );
  const say = sentences(lang);
  const answered = concepts.some(({ learners }) => learners > 0);
  const judged = concepts.filter(({ sureAndWrongShare }) => sureAndWrongShare !== null);
  const misled = judged
    .filter(({ sureAndWrongLearners }) => sureAndWrongLearners > 0)
    .slice(0, 3)
    .map(({ title, ...concept }) => ({
      ...concept,
      title: title[lang],
      people: say.share({ sureAndWrong: concept.sureAndWrongLearners, of: concept.learners }),
    }));
  const [worst] = misled;
  return {
    asOf,
    synthetic: insights.cohort.synthetic,
    headline: headline
      ? {
          share: say.share(headline),
          belief: say.believe({ ...headline, option: headline.option[lang] }),
          concept: headline.conceptTitle[lang],
          question: { id: headline.itemId, text: headline.question[lang] },
          sure: say.sure,
        }
      : // Assessment items mislead too, and nobody may read those: then the concept stands for them.
        worst && { share: worst.people, belief: say.mistaken(worst.title), sure: say.sure },
    /** Title and text in place of the sentence, where there is none to say. */
    nothing:
      headline || worst
        ? null
        : say.nothing[!answered ? 'unanswered' : judged.length > 0 ? 'none' : 'tooFew'],
    answered,
    misled,
    gain: gainInWords(gain, lang),
    quiet,
    quietPeople,
    message: say.quietMessage(`${url.origin}/es/today`),
    pending,
  };
};
