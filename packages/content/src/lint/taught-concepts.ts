import type { Problem } from '../problem.ts';
import { decisions, practiceItems } from './questions.ts';
import type { Rule, Scope } from './scope.ts';
import { lessonsAreWhole, modulesAreWhole } from './wholeness.ts';

const itemsPerConcept = 3;

/** What is asked was taught, and what was sure and wrong can come back as another item. */
export const taughtConcepts: Rule = (scope) => [...untaught(scope), ...tooFewItems(scope)];

function untaught(scope: Scope): Problem[] {
  if (!lessonsAreWhole(scope)) return [];
  const taught = new Set(
    scope.openModules.flatMap((module) => module.lessons.flatMap((lesson) => lesson.concepts)),
  );
  const known = new Set(scope.course.concepts.map((concept) => concept.id));
  const asked = [
    ...practiceItems(scope),
    ...scope.openModules.flatMap(({ challenges }) => challenges),
    ...decisions(scope),
    ...scope.course.assessment.items,
  ];
  return asked.flatMap((question) =>
    question.concepts.flatMap((concept, index) => {
      if (taught.has(concept) || !known.has(concept)) return [];
      return scope.report(question, ['concepts', index], {
        code: 'untaught-concept',
        message: `No open lesson teaches "${concept}"`,
        fix: 'add it to concepts of the lesson that teaches it, or ask about another concept',
      });
    }),
  );
}

function tooFewItems(scope: Scope): Problem[] {
  const whole = scope.openModules.every((module) => scope.isWhole(`${module.folder}/practice.yaml`));
  if (!whole || !modulesAreWhole(scope)) return [];
  const practice = practiceItems(scope);
  return scope.openModules.flatMap((module) =>
    module.concepts.flatMap((concept, index) => {
      const count = practice.filter((item) => item.concepts.includes(concept)).length;
      if (count >= itemsPerConcept) return [];
      return scope.report(module, ['concepts', index], {
        code: 'too-few-items',
        message: `"${concept}" has ${count} practice items; it needs ${itemsPerConcept}`,
        fix: `write ${itemsPerConcept - count} more in ${module.folder}/practice.yaml, of different surface`,
      });
    }),
  );
}
