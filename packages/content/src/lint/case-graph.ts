import type { Case, Stage } from '../content.ts';
import type { FieldPath, Problem } from '../problem.ts';
import type { Rule, Scope } from './scope.ts';

const debrief = 'debrief';

/** From the start every stage can be reached, and from every stage the debrief. */
export const caseGraph: Rule = (scope) =>
  scope.openModules.flatMap((module) => (module.case ? graphOf(scope, module.case) : []));

function graphOf(scope: Scope, file: Case): Problem[] {
  const byId = new Map(file.stages.map((stage) => [stage.id, stage]));
  const broken = [...unknownStages(scope, file, byId), ...ways(scope, file)];
  if (broken.length > 0) return broken;

  const reached = new Set<string>();
  const queue = [file.start];
  for (const id of queue) {
    if (reached.has(id)) continue;
    reached.add(id);
    queue.push(...nextOf(byId.get(id)));
  }
  const ends = endingStages(file);
  return file.stages.flatMap((stage) => {
    if (!reached.has(stage.id)) {
      return scope.report(stage, ['id'], {
        code: 'unreachable-stage',
        message: `No path leads to the stage "${stage.id}"`,
        fix: 'lead a next or an option to it, or remove it',
      });
    }
    if (!ends.has(stage.id)) {
      return scope.report(stage, ['id'], {
        code: 'dead-end',
        message: `From "${stage.id}" no path leads to the debrief`,
        fix: 'lead one of its paths on to debrief',
      });
    }
    return [];
  });
}

function ways(scope: Scope, file: Case): Problem[] {
  return file.stages.flatMap((stage) => {
    if (stage.next && stage.decision) {
      return scope.report(stage, ['next'], {
        code: 'two-ways-on',
        message: `"${stage.id}" has both next and a decision`,
        fix: 'keep one of them',
      });
    }
    if (!stage.next && !stage.decision) {
      return scope.report(stage, ['next'], {
        code: 'dead-end',
        message: `"${stage.id}" leads nowhere`,
        fix: 'add next: with a stage or debrief, or a decision',
      });
    }
    return [];
  });
}

function unknownStages(scope: Scope, file: Case, byId: Map<string, Stage>): Problem[] {
  const known = [...byId.keys(), debrief];
  const check = (value: object, path: FieldPath, id: string, allowed: string[]): Problem[] =>
    allowed.includes(id)
      ? []
      : [
          scope.report(value, path, {
            code: 'unknown-id',
            message: `There is no stage "${id}"`,
            fix: `write ${allowed.join(', ')}`,
          }),
        ];
  return [
    ...check(file, ['start'], file.start, [...byId.keys()]),
    ...file.stages.flatMap((stage) => [
      ...(stage.id === debrief
        ? [
            scope.report(stage, ['id'], {
              code: 'duplicate-id',
              message: '"debrief" is the end of every case, not a stage',
              fix: 'give the stage another id',
            }),
          ]
        : []),
      ...(stage.next ? check(stage, ['next'], stage.next, known) : []),
      ...(stage.decision?.options ?? []).flatMap((option, index) =>
        check(stage, ['decision', 'options', index, 'next'], option.next, known),
      ),
    ]),
  ];
}

function endingStages(file: Case): Set<string> {
  const ends = new Set([debrief]);
  let grown = true;
  while (grown) {
    grown = false;
    for (const stage of file.stages) {
      if (ends.has(stage.id) || !nextOf(stage).some((id) => ends.has(id))) continue;
      ends.add(stage.id);
      grown = true;
    }
  }
  return ends;
}

function nextOf(stage: Stage | undefined): string[] {
  if (!stage) return [];
  const options = stage.decision?.options.map((option) => option.next) ?? [];
  return stage.next ? [stage.next, ...options] : options;
}
