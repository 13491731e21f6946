import type { Problem } from '../problem.ts';
import type { Rule } from './scope.ts';

/** A circle of prerequisites can never be entered. Each circle is told once. */
export const prerequisites: Rule = (scope) => {
  const { concepts } = scope.course;
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const done = new Set<string>();
  const problems: Problem[] = [];

  function visit(id: string, way: string[]): void {
    const concept = byId.get(id);
    if (!concept || done.has(id)) return;
    concept.prerequisites.forEach((next, index) => {
      const start = [...way, id].indexOf(next);
      if (start < 0) return visit(next, [...way, id]);
      const circle = [...[...way, id].slice(start), next];
      problems.push(
        scope.report(concept, ['prerequisites', index], {
          code: 'prerequisite-circle',
          message: `The prerequisites run in a circle: ${circle.join(' → ')}`,
          fix: 'remove the one that a student can do without',
        }),
      );
    });
    done.add(id);
  }

  for (const concept of concepts) visit(concept.id, []);
  return problems;
};
