import { readModule } from '../../../../../read-courses.ts';

interface Params {
  lang: 'es' | 'en';
  course: string;
  module: string;
}

export const load = ({ params }: { params: Params }) => {
  const { module, sent, items, source } = readModule(params.course, params.module, params.lang);
  const asked = new Set(sent.items.map(({ id }) => id));
  return {
    sent,
    items: items.filter(({ id }) => asked.has(id)),
    sources: [source(`${module.folder}/${module.status === 'open' ? 'practice' : 'module'}.yaml`)],
  };
};
