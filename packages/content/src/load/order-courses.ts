import { coursesSchema } from '../schemas/courses.ts';
import { problemIn } from '../source/sources.ts';
import type { Loading } from './loading.ts';
import { parseFile } from './parse-file.ts';

const file = 'courses.yaml';

/** The folders of courses as courses.yaml orders them; by name where a folder of courses has no such file. */
export function orderCourses(loading: Loading, folders: ReadonlySet<string>): string[] {
  const byName = [...folders].sort();
  const parsed = loading.files.has(file) ? parseFile(loading, file, coursesSchema) : undefined;
  if (!parsed) return byName;
  const { value, source } = parsed;
  const listed = new Set<string>();
  const refuse = (path: (string | number)[], code: string, message: string, fix: string) =>
    loading.broken(file, [problemIn(source, path, { code, message, fix })]);
  for (const [index, id] of value.courses.entries()) {
    const field = ['courses', index];
    if (!folders.has(id))
      refuse(
        field,
        'unknown-id',
        `There is no course folder ${id}`,
        'correct the name, or take it from the list',
      );
    else if (listed.has(id))
      refuse(field, 'duplicate-id', `The course ${id} is listed twice`, 'keep it once');
    listed.add(id);
  }
  const unlisted = byName.filter((folder) => !listed.has(folder));
  for (const folder of unlisted)
    refuse(['courses'], 'unused-id', `The course ${folder} is not listed`, `add ${folder} where it belongs`);
  return [...[...listed].filter((id) => folders.has(id)), ...unlisted];
}
