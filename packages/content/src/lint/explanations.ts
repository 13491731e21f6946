import type { Problem } from '../problem.ts';
import type { Rule } from './scope.ts';

/** A concept of an open module has another explanation, and a step further. */
export const explanations: Rule = (scope) => {
  const open = new Set(scope.openModules.flatMap((module) => module.concepts));
  return scope.course.concepts.flatMap((concept) => {
    const problems: Problem[] = [];
    const written = concept.explanations ?? [];
    if (open.has(concept.id) && written.length === 0) {
      problems.push(
        scope.report(concept, ['explanations'], {
          code: 'missing-explanation',
          message: `"${concept.id}" has no other explanation`,
          fix: 'add explanations: with an analogy, a figure or a worked example',
        }),
      );
    }
    if (open.has(concept.id) && !concept.enrichment) {
      problems.push(
        scope.report(concept, ['enrichment'], {
          code: 'missing-enrichment',
          message: `"${concept.id}" has no step further`,
          fix: 'add enrichment: with 40–120 words in es and en',
        }),
      );
    }
    written.forEach((explanation, index) => {
      if (written.findIndex((other) => other.kind === explanation.kind) === index) return;
      problems.push(
        scope.report(concept, ['explanations', index, 'kind'], {
          code: 'explanation-kind',
          message: `"${concept.id}" is already explained by ${article(explanation.kind)}`,
          fix: 'explain it in another kind, or join the two',
        }),
      );
    });
    return problems;
  });
};

function article(kind: string): string {
  return `${kind === 'analogy' ? 'an' : 'a'} ${kind.replace('-', ' ')}`;
}
