import { z } from 'zod';
import { caseSchema } from './schemas/case.ts';
import { conceptsSchema } from './schemas/concepts.ts';
import { courseSchema } from './schemas/course.ts';
import { coursesSchema } from './schemas/courses.ts';
import { figureSchema } from './schemas/figure.ts';
import { formsSchema } from './schemas/forms.ts';
import { challengesSchema, itemsSchema } from './schemas/item.ts';
import { lessonSchema } from './schemas/lesson.ts';
import { moduleSchema } from './schemas/module.ts';

/** Every kind of YAML file that a course has, and where such files lie. */
const kinds: Record<string, { schema: z.ZodType; files: string[] }> = {
  courses: { schema: coursesSchema, files: ['courses.yaml'] },
  course: { schema: courseSchema, files: ['*/course.yaml'] },
  concepts: { schema: conceptsSchema, files: ['*/concepts.yaml'] },
  module: { schema: moduleSchema, files: ['*/*/module.yaml'] },
  items: {
    schema: itemsSchema,
    files: ['*/*/practice.yaml', '*/assessment/*gain.yaml', '*/assessment/*sealed.yaml'],
  },
  challenges: { schema: challengesSchema, files: ['*/*/challenges.yaml'] },
  case: { schema: caseSchema, files: ['*/*/case.yaml'] },
  lesson: { schema: lessonSchema, files: ['*/*/lessons/*/lesson.yaml'] },
  figure: { schema: figureSchema, files: ['*/*/figures/*.yaml'] },
  forms: { schema: formsSchema, files: ['*/assessment/forms.yaml'] },
};

interface EditorSchema {
  /** Its file, beside the others. */
  file: string;
  /** Globs from the folder of the courses. */
  files: string[];
  text: string;
}

/** What an editor needs to offer fields and mark slips while one writes: the schemas that the check reads by. */
export function editorSchemas(): EditorSchema[] {
  return Object.entries(kinds).map(([name, { schema, files }]) => ({
    file: `${name}.schema.json`,
    files,
    text: `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', reused: 'ref' }), null, 2)}\n`,
  }));
}

/** Opens the repository in an editor with each schema laid on its files, so that no file needs a line for it. */
export function editorWorkspace(): string {
  const workspace = {
    folders: [{ name: 'Puente', path: '..' }],
    extensions: { recommendations: ['redhat.vscode-yaml'] },
    settings: {
      'yaml.schemas': Object.fromEntries(
        editorSchemas().map(({ file, files }) => [
          `./packages/content/json-schema/${file}`,
          files.map((glob) => `content/${glob}`),
        ]),
      ),
      'files.associations': { '*.svx': 'markdown' },
    },
  };
  return `${JSON.stringify(workspace, null, 2)}\n`;
}
