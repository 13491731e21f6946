import { listAnswerables } from '../answerables.ts';
import type { Course, Module } from '../content.ts';
import type { LoadedContent } from '../load/load-content.ts';
import type { Problem } from '../problem.ts';

type Named = { id: string };

/**
 * Ids are unique in the whole repository among things of one kind. A source belongs to its course,
 * a stage to its case, an option to its question.
 */
export function duplicateIds(content: LoadedContent): Problem[] {
  const { courses } = content;
  const modules = courses.flatMap((course) => course.modules);
  const cases = modules.flatMap((module) => (module.status === 'open' && module.case) || []);
  const questions = listAnswerables(content);
  const groups: [string, Named[]][] = [
    ['course', courses.filter((course) => hasFile(content, course))],
    ['objective', courses.flatMap((course) => course.objectives)],
    ['concept', courses.flatMap((course) => course.concepts)],
    ['module', modules],
    ['lesson', modules.flatMap(lessonsOf)],
    ['case', cases],
    ['question', questions],
    ['form', courses.flatMap((course) => course.assessment.forms)],
    ...courses.map((course): [string, Named[]] => ['source', course.sources]),
    ...cases.map((file): [string, Named[]] => ['stage', file.stages]),
    ...questions.flatMap((question): [string, Named[]][] =>
      'options' in question ? [['option', question.options]] : [],
    ),
  ];
  return groups.flatMap(([kind, named]) => duplicates(content, kind, named));
}

function duplicates(content: LoadedContent, kind: string, named: Named[]): Problem[] {
  const first = new Map<string, Named>();
  return named.flatMap((value) => {
    const earlier = first.get(value.id);
    if (!earlier) {
      first.set(value.id, value);
      return [];
    }
    const { file, line } = content.sources.problem(earlier, ['id'], noFault);
    return content.sources.problem(value, ['id'], {
      code: 'duplicate-id',
      message: `The ${kind} id "${value.id}" is already taken in ${file}, line ${line}`,
      fix: 'give this one an id of its own',
    });
  });
}

const noFault = { code: '', message: '', fix: '' };

function lessonsOf(module: Module): Named[] {
  return module.status === 'open' ? module.lessons : [];
}

function hasFile(content: LoadedContent, course: Course): boolean {
  return !content.brokenFiles.has(`${course.folder}/course.yaml`);
}
