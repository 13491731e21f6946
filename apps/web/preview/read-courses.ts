import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { error } from '@sveltejs/kit';
import { checkContent, publicItem, readDirectory } from '@puente/content/server';
import type { Language } from '@puente/content';
import { practicePackage } from '@puente/content/practice';

/** One file as its author wrote it, with what the check says of it. */
export interface SourceFile {
  file: string;
  lines: string[];
  problems: { line: number; severity: string; field: string; message: string; fix: string }[];
}

const folder = resolve(import.meta.dirname, '../../..', process.env.PUENTE_CONTENT ?? 'content');

let kept: { stamp: string; checked: ReturnType<typeof checkContent> } | undefined;

/** Read anew once something was saved. */
function checkedCourses(reader: ReturnType<typeof readDirectory>) {
  const stamp = reader
    .files()
    .map((file) => `${file} ${statSync(join(folder, file)).mtimeMs}`)
    .join('\n');
  if (kept?.stamp !== stamp) kept = { stamp, checked: checkContent(reader) };
  return kept.checked;
}

export function readCourses() {
  const reader = readDirectory(folder);
  const { courses, problems } = checkedCourses(reader);
  const source = (file: string): SourceFile => ({
    file,
    lines: reader.files().includes(file) ? reader.text(file).split('\n') : [],
    problems: problems.filter((problem) => problem.file === file),
  });
  return { courses, problems, source };
}

/** A module as its students receive it, and its folder. */
export function readModule(courseId: string, moduleId: string, language: Language) {
  const { courses, source } = readCourses();
  const course = courses.find(({ id }) => id === courseId);
  const module = course?.modules.find(({ id }) => id === moduleId);
  if (!course || !module) error(404, 'No such module');
  const sent = practicePackage({ courses }, module.id, language);
  const asked = [...(module.status === 'open' ? module.practice : module.questions), ...module.challenges];
  const decisions =
    module.status === 'open' ? (module.case?.stages ?? []).flatMap(({ decision }) => decision ?? []) : [];
  const items = [...asked, ...decisions].map((item) => publicItem(item, language));
  return { course, module, sent, items, source };
}
