import type { ConceptInsight, Language } from '@puente/schemas';
import { writeCsv } from '../../files/csv.ts';
import { yesNo } from '../../files/yes-no.ts';
import type { InsightsScope } from './insights-scope.ts';

const headers: Record<Language, string[]> = {
  es: [
    'Sección',
    'Ciclo',
    'Curso',
    'Concepto',
    'Título',
    'Estudiantes',
    'Respuestas',
    'Aciertos %',
    'Espejismos',
    'Espejismos %',
    'Espejismos % mínimo',
    'Espejismos % máximo',
    'Preguntas de práctica',
    'Al',
    'Datos sintéticos',
  ],
  en: [
    'Section',
    'Term',
    'Course',
    'Concept',
    'Title',
    'Learners',
    'Responses',
    'Right %',
    'Sure and wrong',
    'Sure and wrong %',
    'Sure and wrong % low',
    'Sure and wrong % high',
    'Practice questions',
    'As of',
    'Synthetic data',
  ],
};

/** One row a concept; a cell without a figure has too little data behind it. */
export const writeInsightsCsv = (
  { asOf, cohort, course }: InsightsScope,
  concepts: readonly ConceptInsight[],
  language: Language,
): Buffer => {
  const percent = (share: number | null | undefined) =>
    share == null ? null : Math.round(share * 10_000) / 100;
  return writeCsv([
    headers[language],
    ...concepts.map((concept) => [
      cohort.name,
      cohort.term,
      course.title[language],
      concept.conceptId,
      concept.title[language],
      concept.learners,
      concept.responses,
      percent(concept.rightShare),
      concept.sureAndWrongLearners,
      percent(concept.sureAndWrongShare),
      percent(concept.interval?.[0]),
      percent(concept.interval?.[1]),
      concept.remedies.practiceItems,
      asOf,
      yesNo(cohort.synthetic, language),
    ]),
  ]);
};
