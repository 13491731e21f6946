import type { Assessment, Course, Item, Module } from '../content.ts';
import type { Reader } from '../reader.ts';
import { type Form, formSchema, formsSchema } from '../schemas/forms.ts';
import { itemSchema, itemsSchema } from '../schemas/item.ts';
import { buildItem } from './build.ts';
import { Loading } from './loading.ts';
import { parseList } from './parse-file.ts';

export function loadAssessment(
  loading: Loading,
  folder: string,
  courseId: string,
  modules: Module[],
): Assessment {
  const items: Item[] = [];
  const forms: Form[] = [];
  const own = [...loading.files].filter((file) => file.startsWith(`${folder}/`) && file.endsWith('.yaml'));
  for (const file of own) {
    if (file === `${folder}/forms.yaml`) {
      forms.push(...(parseList(loading, file, 'forms', formsSchema, formSchema)?.value ?? []));
    } else {
      const parsed = parseList(loading, file, 'items', itemsSchema, itemSchema)?.value ?? [];
      items.push(...parsed.map((item) => buildItem(loading, item, courseId, moduleOf(item, modules))));
    }
  }
  return { items, forms };
}

/** A real bank adds its items and forms to the courses; its files are named bank/… in problems. */
export function loadBank(loading: Loading, courses: Course[], bank: Reader): void {
  const inBank = new Loading(prefixed(bank), loading.sources);
  for (const file of inBank.files) {
    const [, folder, assessment, ...rest] = file.split('/');
    const known = courses.some((course) => course.folder === folder);
    if (known && assessment === 'assessment' && rest.length === 1) continue;
    if (!file.endsWith('.yaml')) continue;
    inBank.missing(
      file,
      'bank-file',
      'A bank holds <course>/assessment/*.yaml and nothing else',
      known ? 'move the file to its assessment folder' : `name the folder after a course`,
    );
  }
  for (const course of courses) {
    const folder = `${bankPrefix}${course.folder}/assessment`;
    const { items, forms } = loadAssessment(inBank, folder, course.id, course.modules);
    course.assessment.items.push(...items);
    course.assessment.forms.push(...forms);
  }
  loading.problems.push(...inBank.problems);
  loading.answers.push(...inBank.answers);
  for (const file of inBank.brokenFiles) loading.brokenFiles.add(file);
  for (const file of inBank.missingFiles) loading.missingFiles.add(file);
}

export const bankPrefix = 'bank/';

function prefixed(reader: Reader): Reader {
  return {
    files: () => reader.files().map((file) => bankPrefix + file),
    text: (file) => reader.text(file.slice(bankPrefix.length)),
  };
}

function moduleOf(item: { concepts: string[] }, modules: Module[]): string | null {
  const module = modules.find((candidate) =>
    candidate.concepts.some((concept) => item.concepts.includes(concept)),
  );
  return module?.id ?? null;
}
