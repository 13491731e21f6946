import { error } from '@sveltejs/kit';
import { citedSources } from '#lib/courses/cited-sources.ts';
import { readModule } from '../../../../../../read-courses.ts';

interface Params {
  lang: 'es' | 'en';
  course: string;
  module: string;
  lesson: string;
}

export const load = ({ params }: { params: Params }) => {
  const { module, sent, items, source } = readModule(params.course, params.module, params.lang);
  const lesson = sent.lessons.find(({ id }) => id === params.lesson);
  if (!lesson || module.status !== 'open') error(404, 'No such lesson');
  const folder = `${module.folder}/lessons/${lesson.id}`;
  return {
    lesson,
    sent,
    items,
    review: module.review.status,
    cited: citedSources(sent, lesson.sources),
    sources: [source(`${folder}/lesson.${params.lang}.svx`), source(`${folder}/lesson.yaml`)],
  };
};
