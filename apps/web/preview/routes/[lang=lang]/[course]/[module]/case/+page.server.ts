import { error } from '@sveltejs/kit';
import { drawCase } from '@puente/content';
import { readModule } from '../../../../../read-courses.ts';

interface Params {
  lang: 'es' | 'en';
  course: string;
  module: string;
}

export const load = ({ params }: { params: Params }) => {
  const { module, sent, items, source } = readModule(params.course, params.module, params.lang);
  if (!sent.case) error(404, 'No such case');
  return {
    story: sent.case,
    items,
    drawing: drawCase(sent.case, params.lang),
    sources: [source(`${module.folder}/case.yaml`)],
  };
};
