import type { Case, CaseDecision } from '../content.ts';
import type { Problem } from '../problem.ts';
import type { Rule, Scope } from './scope.ts';

export const caseDecisions: Rule = (scope) =>
  scope.openModules.flatMap((module) => {
    if (!module.case) return [];
    const decisions = module.case.stages.flatMap((stage) => stage.decision ?? []);
    return [
      ...counts(scope, module.case, decisions),
      ...decisions.flatMap((decision) => optionsOf(scope, decision)),
    ];
  });

function counts(scope: Scope, file: Case, decisions: CaseDecision[]): Problem[] {
  const problems: Problem[] = [];
  if (decisions.length < 3 || decisions.length > 6) {
    problems.push(
      scope.report(file, ['stages'], {
        code: 'decision-count',
        message: `A case has 3 to 6 decisions; this one has ${decisions.length}`,
        fix: decisions.length < 3 ? 'add a decision' : 'join or remove decisions',
      }),
    );
  }
  const scored = decisions.filter((decision) => decision.keyFeature).length;
  if (scored < 2 || scored > 3) {
    problems.push(
      scope.report(file, ['stages'], {
        code: 'key-feature-count',
        message: `Two or three decisions are key features; here ${scored} are`,
        fix: 'set keyFeature: true on the two or three decisions that decide the case',
      }),
    );
  }
  return problems;
}

function optionsOf(scope: Scope, decision: CaseDecision): Problem[] {
  const best = decision.options.filter((option) => option.fraction === 1).length;
  const key: Problem[] =
    best === 1
      ? []
      : [
          scope.report(decision, ['options'], {
            code: 'decision-key',
            message: `Exactly one option of a decision has fraction 1; here ${best} have`,
            fix: 'give full credit to the best choice alone, and a part of it to the next best',
          }),
        ];
  return [
    ...key,
    ...decision.options.flatMap((option, index) => {
      if (option.fraction === 0 && !option.misconception) {
        return scope.report(decision, ['options', index, 'misconception'], {
          code: 'missing-misconception',
          message: 'A wrong option names the error behind it',
          fix: 'add misconception: with an id such as ecg-normal-means-safe',
        });
      }
      if (option.fraction === 1 && option.misconception) {
        return scope.report(decision, ['options', index, 'misconception'], {
          code: 'misconception-on-key',
          message: 'The best option has no misconception',
          fix: 'remove it here, or correct the fractions',
        });
      }
      return [];
    }),
  ];
}
