import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import type { Reader } from '../reader.ts';
import { Sources } from '../source/sources.ts';
import { loadBank } from './load-assessment.ts';
import { loadCourse } from './load-course.ts';
import { Loading } from './loading.ts';
import { orderCourses } from './order-courses.ts';
import type { WarningAnswer } from './take-answers.ts';

export interface LoadedContent extends Content {
  /** What kept files from being read; `lint` finds the rest. */
  problems: Problem[];
  brokenFiles: ReadonlySet<string>;
  missingFiles: ReadonlySet<string>;
  sources: Sources;
  answers: readonly WarningAnswer[];
}

export interface LoadOptions {
  /** A folder outside the repository with `<course>/assessment/*.yaml`: a real bank. */
  bank?: Reader;
}

export function loadContent(reader: Reader, options: LoadOptions = {}): LoadedContent {
  const sources = new Sources();
  const loading = new Loading(reader, sources);
  const folders = new Set(
    [...loading.files].filter((file) => file.includes('/')).map((file) => file.split('/')[0]!),
  );
  const courses = orderCourses(loading, folders).map((folder) => loadCourse(loading, folder));
  if (options.bank) loadBank(loading, courses, options.bank);
  const { problems, brokenFiles, missingFiles, answers } = loading;
  return { courses, problems, brokenFiles, missingFiles, sources, answers };
}
