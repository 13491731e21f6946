import type { QuestionArt, QuestionItem } from './question.ts';
import type { Lang } from '#lib/i18n.ts';

interface Place {
  course: string;
  /** Of questions that do not say. */
  module: string;
  lang: Lang;
}

/** Whether a question needs more than words and options. */
export const needsArt = ({ kind, figure }: QuestionItem): boolean =>
  figure !== undefined || kind === 'numeric' || kind === 'ordering';

/** What questions show and ask with besides words and options, by item; a page fetches that of its own questions. */
export const loadArt = async (
  items: readonly QuestionItem[],
  place: Place,
): Promise<Record<string, QuestionArt>> => {
  const entries = await Promise.all(
    items.map(
      async ({ id, kind, moduleId, figure, challenge }): Promise<[string, QuestionArt] | undefined> => {
        if (kind === 'numeric') {
          const [{ default: NumberField }, { meetsNumber, parseDecimal }] = await Promise.all([
            import('./NumberField.svelte'),
            import('./number-answer.ts'),
          ]);
          const isNumber = (typed: string) => parseDecimal(typed) !== undefined;
          return [id, { NumberField, isNumber, meets: meetsNumber }];
        }
        if (kind === 'ordering') return [id, { OrderList: (await import('./OrderList.svelte')).default }];
        if (!figure) return undefined;
        if (!challenge) {
          // The list of every lesson and drawing: only a question that shows one pays for it.
          const { loadFigure } = await import('#lib/lesson/library.ts');
          const [svg, { default: Pick }] = await Promise.all([
            loadFigure({ ...place, module: moduleId ?? place.module, figure }),
            import('./PickFigure.svelte'),
          ]);
          return svg === undefined ? undefined : [id, { svg, Pick }];
        }
        const { begin, findFigure, findView, solves } = await import('@puente/figures');
        const entry = findFigure(figure);
        if (!entry) return undefined;
        const [{ figure: playable }, { default: Challenge }, { default: After }, { firstRuns }] =
          await Promise.all([
            entry.load(),
            import('./ChallengeQuestion.svelte'),
            import('./ChallengeFeedback.svelte'),
            import('@puente/figures/runner.svelte.ts'),
          ]);
        const view = findView(playable, challenge.view);
        const first = await firstRuns(view, begin(view, challenge.from));
        const played = { view, first, Challenge, After };
        return [id, { played, solves: (goals, option) => solves(view, goals, option) }];
      },
    ),
  );
  return Object.fromEntries(entries.filter((entry) => entry !== undefined));
};
