import type { Problem } from '../problem.ts';
import type { Rule, Scope } from './scope.ts';

/** Assessment asks one kind of question, and its files keep each use apart. */
export const assessmentItems: Rule = (scope) => [
  ...scope.course.assessment.items.flatMap((item) => {
    const problems: Problem[] = [];
    if (item.kind !== 'single-best-answer') {
      problems.push(
        scope.report(item, ['kind'], {
          code: 'assessment-format',
          message: 'An assessment item is a single best answer',
          fix: 'write kind: single-best-answer, or move the item to practice',
        }),
      );
    } else if (item.options.length !== 4) {
      problems.push(
        scope.report(item, ['options'], {
          code: 'assessment-format',
          message: `An assessment item has exactly 4 options; this one has ${item.options.length}`,
          fix: item.options.length < 4 ? 'add an option' : 'remove the weakest',
        }),
      );
    }
    return problems;
  }),
  ...uses(scope),
];

function uses(scope: Scope): Problem[] {
  const { course, content } = scope;
  const practice = course.modules.flatMap((module) => [
    ...(module.status === 'open' ? module.practice : module.questions),
    ...module.challenges,
  ]);
  return [...practice, ...course.assessment.items].flatMap((item) => {
    const file = content.sources.fileOf(item);
    const name = file.split('/').at(-1)!;
    const expected = practice.includes(item)
      ? ['practice']
      : name === 'gain.yaml'
        ? ['gain']
        : name === 'sealed.yaml'
          ? ['sealed']
          : ['gain', 'sealed'];
    if (expected.includes(item.use)) return [];
    return scope.report(item, ['use'], {
      code: item.use === 'practice' ? 'practice-in-assessment' : 'wrong-use',
      message: `An item of ${name} has use: ${expected.join(' or ')}, not ${item.use}`,
      fix: `write use: ${expected[0]}, or move the item to the file of its use`,
    });
  });
}
