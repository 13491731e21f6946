import type * as z from 'zod/mini';
import type { ItemCounts, ItemInsight, Language, listCohortItems as endpoint } from '@puente/schemas';
import { writeCsv } from '../../files/csv.ts';
import { yesNo } from '../../files/yes-no.ts';

type Items = z.output<(typeof endpoint)['response']>;

const headers: Record<Language, string[]> = {
  es: [
    'Sección',
    'Ciclo',
    'Curso',
    'Ítem',
    'Uso',
    'Conceptos',
    'Pregunta',
    'Momento',
    'Respuestas',
    'Aciertos',
    'Aciertos %',
    'Espejismos',
    'Lo que se eligió',
    'Al',
    'Datos sintéticos',
  ],
  en: [
    'Section',
    'Term',
    'Course',
    'Item',
    'Use',
    'Concepts',
    'Question',
    'Wave',
    'Responses',
    'Right',
    'Right %',
    'Sure and wrong',
    'What was chosen',
    'As of',
    'Synthetic data',
  ],
};

/** One row an item and scope; of an assessment item the code and the sums only. */
export const writeItemsCsv = ({ asOf, cohort, course, items }: Items, language: Language): Buffer =>
  writeCsv([
    headers[language],
    ...items.flatMap((item) =>
      item.counts.map((counts) => [
        cohort.name,
        cohort.term,
        course.title[language],
        item.itemId,
        item.use,
        item.concepts.map(({ title }) => title[language]).join(', '),
        item.text?.question[language] ?? null,
        counts.scope,
        counts.responses,
        counts.right,
        counts.rightShare === null ? null : Math.round(counts.rightShare * 10_000) / 100,
        counts.sureAndWrong,
        chosen(item, counts, language),
        asOf,
        yesNo(cohort.synthetic, language),
      ]),
    ),
  ]);

const chosen = ({ text }: ItemInsight, { options }: ItemCounts, language: Language): string | null =>
  text &&
  options
    .map(
      ({ id, responses }) =>
        `${text.options.find((option) => option.id === id)?.text[language] ?? id}: ${responses}`,
    )
    .join(' | ');
