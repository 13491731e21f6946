export {
  type AnnouncedModuleEntry,
  type CaseEntry,
  type ConceptEntry,
  type CourseMap,
  type LessonEntry,
  type ModuleEntry,
  type OpenModuleEntry,
  type SourceEntry,
  courseMap,
} from './course-map.ts';
export { drawCase } from './graphs/case-graph.ts';
export { type MappedConcept, drawConceptMap } from './graphs/concept-map.ts';
export type { Drawing } from './graphs/draw-graph.ts';
export { type Random, optionOrder, seededRandom } from './option-order.ts';
export { meetsNumber } from './meets-number.ts';
export { parseDecimal } from './parse-decimal.ts';
export type { OpenCase } from './practice/open-case.ts';
export type {
  PracticeCase,
  PracticeConcept,
  PracticeFigure,
  PracticeItem,
  PracticeLesson,
  PracticePackage,
} from './practice/practice-package.ts';
export type { PublicItem } from './public-item.ts';
export { type InLanguage, type Language, type Text, inLanguage } from './text.ts';
