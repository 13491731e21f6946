import type { AnnouncedModule, Figure, Item, Lesson, Module, OpenModule } from '../content.ts';
import { caseSchema } from '../schemas/case.ts';
import type { CourseFile } from '../schemas/course.ts';
import { figureSchema } from '../schemas/figure.ts';
import { challengeSchema, challengesSchema, itemSchema, itemsSchema } from '../schemas/item.ts';
import { lessonSchema } from '../schemas/lesson.ts';
import { type AnnouncedModuleFile, type OpenModuleFile, moduleSchema } from '../schemas/module.ts';
import { problemIn } from '../source/sources.ts';
import { buildCase, buildItem } from './build.ts';
import { readLanguages } from './read-languages.ts';
import type { Loading } from './loading.ts';
import { type Parsed, parseFile, parseList } from './parse-file.ts';

/** The modules that course.yaml lists, in its order. */
export function loadModules(
  loading: Loading,
  courseFolder: string,
  courseId: string,
  course: CourseFile | undefined,
): Module[] {
  const folders = [...loading.files]
    .filter((file) => file.startsWith(`${courseFolder}/`) && file.endsWith('/module.yaml'))
    .filter((file) => file.split('/').length === 3)
    .map((file) => file.slice(0, -'/module.yaml'.length));
  const modules = new Map<string, Module>();
  for (const folder of folders) {
    const parsed = parseFile(loading, `${folder}/module.yaml`, moduleSchema);
    if (!parsed) continue;
    const { id } = parsed.value;
    if (course && !course.modules.includes(id)) {
      loading.problems.push(
        problemIn(parsed.source, ['id'], {
          code: 'unlisted-module',
          message: `course.yaml does not list the module "${id}"`,
          fix: `add ${id} to modules in ${courseFolder}/course.yaml, or correct the id`,
        }),
      );
    }
    modules.set(id, buildModule(loading, folder, courseId, parsed.value));
  }
  if (!course) return [...modules.values()];
  course.modules.forEach((id, index) => {
    const file = `${courseFolder}/${id}/module.yaml`;
    if (modules.has(id) || loading.brokenFiles.has(file)) return;
    const problem = loading.sources.problem(course, ['modules', index], {
      code: 'missing-file',
      message: `No module.yaml in this course has the id "${id}"`,
      fix: `write ${file}, or correct the id`,
    });
    loading.missingFrom([problem], file);
  });
  return course.modules.flatMap((id) => modules.get(id) ?? []);
}

function buildModule(
  loading: Loading,
  folder: string,
  courseId: string,
  file: OpenModuleFile | AnnouncedModuleFile,
): Module {
  const module =
    file.status === 'open'
      ? buildOpenModule(loading, folder, courseId, file)
      : buildAnnouncedModule(loading, folder, courseId, file);
  loading.sources.follow(file, module);
  return module;
}

function buildAnnouncedModule(
  loading: Loading,
  folder: string,
  courseId: string,
  file: AnnouncedModuleFile,
): AnnouncedModule {
  const questions = file.questions.map((question) => buildItem(loading, question, courseId, file.id));
  const challenges = readChallenges(loading, folder, courseId, file.id);
  return { ...file, courseId, folder, questions, challenges };
}

function buildOpenModule(
  loading: Loading,
  folder: string,
  courseId: string,
  file: OpenModuleFile,
): OpenModule {
  const { case: caseId, ...facts } = file;
  return {
    ...facts,
    courseId,
    folder,
    caseId,
    lessons: readLessons(loading, folder, file),
    practice: readPractice(loading, folder, courseId, file.id),
    challenges: readChallenges(loading, folder, courseId, file.id),
    figures: readFigures(loading, folder),
    case: readCase(loading, folder, courseId, file.id),
  };
}

function readLessons(loading: Loading, folder: string, module: OpenModuleFile): Lesson[] {
  const written = new Set(
    [...loading.files]
      .filter((file) => file.startsWith(`${folder}/lessons/`) && file.endsWith('/lesson.yaml'))
      .map((file) => file.split('/').at(-2)!),
  );
  for (const id of written) {
    if (module.lessons.includes(id)) continue;
    loading.missing(
      `${folder}/lessons/${id}/lesson.yaml`,
      'unlisted-lesson',
      `module.yaml does not list the lesson "${id}"`,
      `add ${id} to lessons in ${folder}/module.yaml, or remove the folder`,
    );
  }
  return module.lessons.flatMap((id, index) => {
    const lessonFolder = `${folder}/lessons/${id}`;
    const file = `${lessonFolder}/lesson.yaml`;
    if (!written.has(id)) {
      const problem = loading.sources.problem(module, ['lessons', index], {
        code: 'missing-file',
        message: `The lesson "${id}" has no lesson.yaml`,
        fix: `write ${file}, or correct the id`,
      });
      loading.missingFrom([problem], file);
      return [];
    }
    const parsed = parseFile(loading, file, lessonSchema);
    if (!parsed) return [];
    const prose = readLanguages(loading, `${lessonFolder}/lesson`, 'svx');
    return [followed(loading, parsed, { ...parsed.value, folder: lessonFolder, prose })];
  });
}

function readPractice(loading: Loading, folder: string, courseId: string, moduleId: string): Item[] {
  const file = `${folder}/practice.yaml`;
  if (!loading.files.has(file)) {
    loading.missing(file, 'missing-file', 'An open module needs practice items', `write ${file}`);
    return [];
  }
  const items = parseList(loading, file, 'items', itemsSchema, itemSchema)?.value ?? [];
  return items.map((item) => buildItem(loading, item, courseId, moduleId));
}

function readChallenges(loading: Loading, folder: string, courseId: string, moduleId: string): Item[] {
  const file = `${folder}/challenges.yaml`;
  if (!loading.files.has(file)) return [];
  const items = parseList(loading, file, 'challenges', challengesSchema, challengeSchema)?.value ?? [];
  return items.map((item) => buildItem(loading, item, courseId, moduleId));
}

function readFigures(loading: Loading, folder: string): Figure[] {
  const start = `${folder}/figures/`;
  const own = [...loading.files].filter((file) => file.startsWith(start));
  for (const file of own.filter((name) => name.endsWith('.svg'))) {
    const yaml = file.replace(/\.[^./]+\.svg$/, '.yaml');
    if (/\.(es|en)\.svg$/.test(file) && loading.files.has(yaml)) continue;
    loading.missing(
      file,
      'missing-file',
      `No figure goes with ${file.slice(start.length)}`,
      `name the drawings <figure>.es.svg and <figure>.en.svg, and write ${yaml}`,
    );
  }
  return own
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => {
      const parsed = parseFile(loading, file, figureSchema);
      if (!parsed) return [];
      const path = file.slice(0, -'.yaml'.length);
      const svg = readLanguages(loading, path, 'svg');
      return [followed(loading, parsed, { ...parsed.value, name: path.slice(start.length), svg })];
    });
}

function readCase(loading: Loading, folder: string, courseId: string, moduleId: string) {
  const file = `${folder}/case.yaml`;
  if (!loading.files.has(file)) {
    loading.missing(file, 'missing-file', 'An open module needs a case', `write ${file}`);
    return undefined;
  }
  const parsed = parseFile(loading, file, caseSchema);
  return parsed && buildCase(loading, parsed.value, courseId, moduleId);
}

function followed<T extends object>(loading: Loading, parsed: Parsed<object>, value: T): T {
  loading.sources.follow(parsed.value, value);
  return value;
}
