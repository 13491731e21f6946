import type { Course } from '../content.ts';
import { conceptSchema, conceptsSchema } from '../schemas/concepts.ts';
import { type CourseFile, courseSchema } from '../schemas/course.ts';
import { loadAssessment } from './load-assessment.ts';
import { loadModules } from './load-module.ts';
import type { Loading } from './loading.ts';
import { parseFile, parseList } from './parse-file.ts';

export function loadCourse(loading: Loading, folder: string): Course {
  const file = readCourse(loading, folder);
  const courseId = file?.id ?? folder;
  const modules = loadModules(loading, folder, courseId, file);
  const course: Course = {
    id: courseId,
    title: file?.title ?? { es: folder, en: folder },
    summary: file?.summary ?? { es: '', en: '' },
    objectives: file?.objectives ?? [],
    sources: file?.sources ?? [],
    folder,
    concepts: readConcepts(loading, folder),
    modules,
    assessment: loadAssessment(loading, `${folder}/assessment`, courseId, modules),
  };
  if (file) loading.sources.follow(file, course);
  return course;
}

function readCourse(loading: Loading, folder: string): CourseFile | undefined {
  const file = `${folder}/course.yaml`;
  if (!loading.files.has(file)) {
    loading.missing(file, 'missing-file', `The course ${folder} has no course.yaml`, 'write it');
    return undefined;
  }
  return parseFile(loading, file, courseSchema)?.value;
}

function readConcepts(loading: Loading, folder: string) {
  const file = `${folder}/concepts.yaml`;
  if (!loading.files.has(file)) {
    loading.missing(file, 'missing-file', `The course ${folder} has no concepts.yaml`, 'write it');
    return [];
  }
  return parseList(loading, file, 'concepts', conceptsSchema, conceptSchema)?.value ?? [];
}
