import type { Lesson, OpenModule } from '../content.ts';
import type { Problem } from '../problem.ts';
import { type ProseTag, scanProse } from '../prose/scan-prose.ts';
import { languages } from '../schemas/text.ts';
import type { Fault } from '../source/sources.ts';
import { nearest } from './nearest.ts';
import type { Rule, Scope } from './scope.ts';

/** The components of a lesson: their one attribute, and whether they hold text. */
const components: Record<string, { attribute?: string; holds: boolean }> = {
  Patient: { holds: true },
  Figure: { attribute: 'name', holds: false },
  Check: { attribute: 'item', holds: false },
  Term: { attribute: 'id', holds: true },
  Formula: { attribute: 'tex', holds: false },
  Remember: { holds: true },
  Another: { attribute: 'concept', holds: false },
  Further: { attribute: 'concept', holds: false },
};

export const lessonProse: Rule = (scope) =>
  scope.openModules.flatMap((module) =>
    module.lessons.flatMap((lesson) =>
      languages.flatMap((language) => {
        const prose = lesson.prose[language];
        if (prose === undefined) return [];
        return proseOf(scope, module, lesson, `${lesson.folder}/lesson.${language}.svx`, prose);
      }),
    ),
  );

function proseOf(scope: Scope, module: OpenModule, lesson: Lesson, file: string, text: string): Problem[] {
  const prose = scanProse(text);
  const at = (line: number, field: string, fault: Fault): Problem => ({
    severity: 'error',
    ...fault,
    file,
    line,
    field,
  });
  const known = prose.tags.filter((tag) => tag.name in components);
  return [
    ...prose.foreign.map(({ kind, line }) => at(line, '', foreignFaults[kind])),
    ...prose.tags.flatMap((tag) => {
      const fault = tagFault(tag);
      return fault ? [at(tag.line, tag.name, fault)] : [];
    }),
    ...unpaired(known).map((tag) =>
      at(tag.line, tag.name, {
        code: 'prose-unpaired',
        message: `<${tag.name}> is not closed, or closed twice`,
        fix: `write <${tag.name}>…</${tag.name}>`,
      }),
    ),
    ...known.flatMap((tag) => {
      if (tag.form === 'close') return [];
      const fault = referenceFault(scope, module, lesson, tag);
      return fault ? [at(tag.line, `${tag.name}.${components[tag.name]!.attribute}`, fault)] : [];
    }),
    ...checksInPlace(scope, lesson, file, known),
  ];
}

const foreignFaults: Record<'comment' | 'expression' | 'image', Fault> = {
  comment: {
    code: 'prose-html',
    message: 'A lesson holds no HTML and no comments',
    fix: 'remove it',
  },
  expression: {
    code: 'prose-expression',
    message: 'A brace starts a program, and a lesson holds none',
    fix: 'remove the braces; a formula goes into <Formula tex="…" />',
  },
  image: {
    code: 'prose-image',
    message: 'A lesson shows figures of its module, not images',
    fix: 'draw it as a figure and write <Figure name="…" />',
  },
};

function tagFault(tag: ProseTag): Fault | undefined {
  const name = tag.name.toLowerCase();
  if (name === 'script' || name === 'style') {
    return {
      code: `prose-${name}`,
      message: `A lesson holds no <${name}>`,
      fix: 'remove it: prose and the components of content/README.md are enough',
    };
  }
  const component = components[tag.name];
  if (!component) {
    const html = /^[a-z]/.test(tag.name);
    const near = nearest(tag.name, Object.keys(components));
    return html
      ? {
          code: 'prose-html',
          message: `A lesson holds no HTML: <${tag.name}>`,
          fix: 'write it in Markdown',
        }
      : {
          code: 'unknown-component',
          message: `There is no component <${tag.name}>`,
          fix: near ? `write <${near}>` : `use ${Object.keys(components).join(', ')}`,
        };
  }
  if (tag.form === 'close') return undefined;
  const { attribute, holds } = component;
  const strange = Object.keys(tag.attributes).find((key) => key !== attribute);
  if (strange !== undefined) {
    return {
      code: 'unknown-attribute',
      message: `<${tag.name}> has no attribute "${strange}"`,
      fix: attribute ? `write ${attribute}="…" alone` : 'remove it',
    };
  }
  if (attribute && !tag.attributes[attribute]) {
    return {
      code: 'missing-attribute',
      message: `<${tag.name}> needs ${attribute}="…"`,
      fix: `write <${tag.name} ${attribute}="…"${holds ? '>' : ' />'}`,
    };
  }
  if (!holds && tag.form === 'open') {
    return {
      code: 'prose-unpaired',
      message: `<${tag.name}> holds no text`,
      fix: `end it with />: <${tag.name} ${attribute}="…" />`,
    };
  }
  return undefined;
}

function unpaired(tags: ProseTag[]): ProseTag[] {
  const wrong: ProseTag[] = [];
  const waiting: ProseTag[] = [];
  for (const tag of tags) {
    if (!components[tag.name]?.holds) {
      if (tag.form === 'close') wrong.push(tag);
    } else if (tag.form === 'open') waiting.push(tag);
    else if (tag.form === 'close' && waiting.at(-1)?.name === tag.name) waiting.pop();
    else wrong.push(tag);
  }
  return [...wrong, ...waiting];
}

function referenceFault(scope: Scope, module: OpenModule, lesson: Lesson, tag: ProseTag): Fault | undefined {
  const { attribute = '' } = components[tag.name]!;
  const id = tag.attributes[attribute];
  if (!id) return undefined;
  switch (tag.name) {
    case 'Check':
      return checkFault(scope, lesson, id);
    case 'Figure': {
      const file = `${module.folder}/figures/${id}.yaml`;
      if (module.figures.some((figure) => figure.name === id)) return undefined;
      if (scope.content.brokenFiles.has(file)) return undefined;
      return {
        code: 'missing-figure',
        message: `This module has no figure "${id}"`,
        fix: `write ${file} and draw ${id}.es.svg and ${id}.en.svg beside it`,
      };
    }
    case 'Term':
    case 'Another':
    case 'Further': {
      const file = `${scope.course.folder}/concepts.yaml`;
      const ids = scope.course.concepts.map((concept) => concept.id);
      if (ids.includes(id) || !scope.isWhole(file)) return undefined;
      const near = nearest(id, ids);
      return {
        code: 'unknown-id',
        message: `There is no concept "${id}"`,
        fix: near ? `write ${attribute}="${near}"` : `add "${id}" to ${file}, or name another`,
      };
    }
    default:
      return undefined;
  }
}

/** Whether it is a practice item is asked where lesson.yaml lists it. */
function checkFault(scope: Scope, lesson: Lesson, id: string): Fault | undefined {
  if (scope.course.assessment.items.some((item) => item.id === id)) {
    return {
      code: 'assessment-in-practice',
      message: `"${id}" is an assessment item; a lesson would give its key away`,
      fix: 'ask a practice item',
    };
  }
  if (lesson.checks.includes(id)) return undefined;
  return {
    code: 'unlisted-check',
    message: `lesson.yaml does not list the check "${id}"`,
    fix: `add ${id} to checks in ${lesson.folder}/lesson.yaml, or correct it here`,
  };
}

function checksInPlace(scope: Scope, lesson: Lesson, file: string, tags: ProseTag[]): Problem[] {
  const asked = tags.filter((tag) => tag.name === 'Check').map((tag) => tag.attributes['item']);
  const missing = lesson.checks.flatMap((id, index) =>
    asked.includes(id)
      ? []
      : [
          scope.report(lesson, ['checks', index], {
            code: 'check-not-asked',
            message: `The check "${id}" is not in ${file}`,
            fix: `put <Check item="${id}" /> where it is asked, or remove it from checks`,
          }),
        ],
  );
  const listed = asked.filter((id) => id !== undefined && lesson.checks.includes(id));
  if (missing.length > 0 || listed.join() === lesson.checks.join()) return missing;
  return [
    scope.report(lesson, ['checks'], {
      code: 'check-order',
      message: `${file} asks ${listed.join(', ')}, in another order or more than once`,
      fix: 'list the checks in the order in which they appear, and ask each once',
    }),
  ];
}
