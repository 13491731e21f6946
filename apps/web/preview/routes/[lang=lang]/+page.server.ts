import { readCourses } from '../../read-courses.ts';

export const load = ({ params }: { params: { lang: 'es' | 'en' } }) => {
  const { courses, problems } = readCourses();
  const { lang } = params;
  return {
    courses: courses.map((course) => ({
      id: course.id,
      title: course.title[lang],
      problems: problems.filter(({ file }) => file.startsWith(`${course.folder}/`)).length,
      modules: course.modules.map((module) => ({
        id: module.id,
        title: module.title[lang],
        lessons:
          module.status === 'open' ? module.lessons.map(({ id, title }) => ({ id, title: title[lang] })) : [],
        story: module.status === 'open' && module.case ? module.case.title[lang] : undefined,
      })),
    })),
  };
};
