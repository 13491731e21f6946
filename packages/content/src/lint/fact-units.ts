import type { Fact } from '../schemas/case.ts';
import type { Problem } from '../problem.ts';
import type { Rule, Scope } from './scope.ts';

/** A number without its unit, or a test without its range, cannot be read at a bedside. */
export const factUnits: Rule = (scope) =>
  scope.openModules.flatMap((module) =>
    (module.case?.stages ?? []).flatMap((stage) =>
      (stage.facts ?? []).flatMap((fact) => factOf(scope, fact)),
    ),
  );

function factOf(scope: Scope, fact: Fact): Problem[] {
  if (!isNumber(fact.value)) return [];
  const problems: Problem[] = [];
  if (!fact.unit) {
    problems.push(
      scope.report(fact, ['unit'], {
        code: 'missing-unit',
        message: `"${fact.label.en}" has a value without a unit`,
        fix: 'add unit: with the unit, or "1" where there is none, as for pH',
      }),
    );
  }
  if (fact.group === 'tests' && !fact.reference) {
    problems.push(
      scope.report(fact, ['reference'], {
        code: 'missing-reference',
        message: `The test "${fact.label.en}" has no reference range`,
        fix: 'add reference: such as "3.5–5.0"',
      }),
    );
  }
  return problems;
}

/** A number alone, or with no more behind it than a mark or a word that judges it: its unit is missing. */
const bareNumber = /^[<>≤≥~≈±+−-]?\s*\d[\d.,\s/–:×⁻⁰¹²³⁴⁵⁶⁷⁸⁹-]*[\p{So}\p{Sm}*!]*\s*(\([^)]*\))?$/u;

function isNumber(value: Fact['value']): boolean {
  if (typeof value === 'number') return true;
  const texts = typeof value === 'string' ? [value] : [value.es, value.en];
  return texts.some((text) => bareNumber.test(text));
}
