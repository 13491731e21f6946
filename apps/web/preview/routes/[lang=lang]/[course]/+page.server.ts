import { error } from '@sveltejs/kit';
import { drawConceptMap } from '@puente/content';
import { readCourses } from '../../../read-courses.ts';

export const load = ({ params }: { params: { lang: 'es' | 'en'; course: string } }) => {
  const { courses, source } = readCourses();
  const course = courses.find(({ id }) => id === params.course);
  if (!course) error(404, 'No such course');
  const concepts = course.concepts.map(({ id, title, prerequisites }) => ({
    id,
    title: title[params.lang],
    prerequisites,
    module: course.modules.findIndex((module) => module.concepts.includes(id)) + 1,
  }));
  return {
    title: course.title[params.lang],
    drawing: drawConceptMap(concepts, params.lang),
    sources: [source(`${course.folder}/course.yaml`), source(`${course.folder}/concepts.yaml`)],
  };
};
