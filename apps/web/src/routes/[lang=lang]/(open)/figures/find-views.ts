import type { Figure, Lang } from '@puente/figures';
import { plain } from '#lib/ui/data-table.ts';

interface Shown {
  name: string;
  title: string;
  about: string;
  views: { id: string; title: string; question: string }[];
}

/** What the gallery knows of a figure before anybody opens it. */
interface Described {
  about: Record<Lang, string>;
  figure: Figure;
}

/**
 * The figures in whose words every word of a search begins one, with the views in which it does: titles, questions,
 * patients and what may be moved. A figure whose own name has it shows all of its views.
 */
export const findViews = (figures: readonly Described[], lang: Lang, search: string): Shown[] => {
  const wanted = plain(search).split(/\s+/).filter(Boolean);
  const has = (text: string) => {
    const words = plain(text).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  };
  return figures.flatMap(({ about, figure: { name, title, views } }) => {
    const own = `${title[lang]} ${about[lang]}`;
    const found = views.filter((view) =>
      has(
        [
          title[lang],
          view.title[lang],
          view.question[lang],
          ...view.presets.flatMap((preset) => [preset.name[lang], preset.patient[lang]]),
          ...Object.values(view.controls).map(({ label }) => label[lang]),
        ].join(' '),
      ),
    );
    const shown = has(own) ? views : found;
    if (shown.length === 0) return [];
    return [
      {
        name,
        title: title[lang],
        about: about[lang],
        views: shown.map((view) => ({
          id: view.id,
          title: view.title[lang],
          question: view.question[lang],
        })),
      },
    ];
  });
};
