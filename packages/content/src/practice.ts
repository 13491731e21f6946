export { type OpenCase, openCase } from './practice/open-case.ts';
export {
  type PracticeCase,
  type PracticeConcept,
  type PracticeFigure,
  type PracticeItem,
  type PracticeLesson,
  type PracticePackage,
  practicePackage,
} from './practice/practice-package.ts';
