import { experiments, findExperiment } from '@puente/models/experiments';
import {
  findOutcome,
  findSettingsFault,
  readSettings,
  settingsText,
  solvesChallenge,
  type AnyExperiment,
  type Goal,
  type Settings,
} from '@puente/models/experiments/experiment';
import type { CaseDecision, Item, OpenModule } from '../content.ts';
import type { FieldPath, Problem } from '../problem.ts';
import { languages } from '../schemas/text.ts';
import { nearest } from './nearest.ts';
import { decisions, everyItem } from './questions.ts';
import type { Rule, Scope } from './scope.ts';

/**
 * A pick has its places inside a drawing of its module; a challenge can be solved, and is not solved by waiting; of a
 * decision that a model makes, every outcome can be brought about.
 */
export const figureItems: Rule = (scope) => [
  ...everyItem(scope).flatMap((item) => {
    if (item.kind === 'challenge') return challengeItem(scope, item);
    return item.kind === 'pick-on-a-figure' ? pick(scope, item, item.figure) : [];
  }),
  ...decisions(scope).flatMap((decision) => decisionOnFigure(scope, decision)),
];

type Pick = Extract<Item, { kind: 'pick-on-a-figure' }> | CaseDecision;

function pick(scope: Scope, question: Pick, name: string): Problem[] {
  const module: OpenModule | undefined = scope.openModules.find(({ id }) => id === question.moduleId);
  const figure = module?.figures.find((one) => one.name === name);
  if (!figure) {
    const near = nearest(name, new Set(module?.figures.map((one) => one.name) ?? []));
    return [
      scope.report(question, ['figure'], {
        code: 'unknown-id',
        message: `This module has no figure "${name}"`,
        fix: near ? `write ${near}` : 'name a figure that lies in figures/ of the module',
      }),
    ];
  }
  return question.options.flatMap((option, index) => {
    if (!option.at) {
      return scope.report(question, ['options', index, 'at'], {
        code: 'pick-without-place',
        message: 'A choice on a drawing has its place in it',
        fix: 'add at: [x, y] in the numbers of the viewBox',
      });
    }
    const [x, y] = option.at;
    const outside = languages.some((language) => {
      const box = /\sviewBox\s*=\s*["']([-\d.\s,]+)["']/.exec(figure.svg[language] ?? '')?.[1];
      const [left = 0, top = 0, width = 0, height = 0] = (box ?? '').split(/[\s,]+/).map(Number);
      return box !== undefined && (x < left || x > left + width || y < top || y > top + height);
    });
    if (!outside) return [];
    return scope.report(question, ['options', index, 'at'], {
      code: 'pick-outside',
      message: `The mark at ${x}, ${y} stands outside the drawing`,
      fix: 'give a place inside its viewBox',
    });
  });
}

/** A figure that is played with, and where its fields stand in the file. */
interface Played {
  question: object;
  at: FieldPath;
  figure: string;
  view: string;
  from: Settings;
  moves: readonly string[];
}

function unknownFigure(scope: Scope, { question, at, figure, view }: Played): Problem {
  const views = Object.hasOwn(experiments, figure) ? experiments[figure]! : undefined;
  const [field, asked, known] = views
    ? (['view', view, Object.keys(views)] as const)
    : (['figure', figure, Object.keys(experiments)] as const);
  return scope.report(question, [...at, field], {
    code: 'unknown-id',
    message: `There is no ${field} "${asked}" to play with`,
    fix: `write ${nearest(asked, new Set(known)) ?? known.join(', ')}`,
  });
}

function settingFaults(
  scope: Scope,
  { controls }: AnyExperiment,
  question: object,
  path: FieldPath,
  settings: Settings,
): Problem[] {
  return Object.entries(readSettings(controls, settings).faults).map(([name, fault]) => {
    const control = controls[name];
    const range = control?.kind === 'dial' ? ` from ${control.least} to ${control.most}` : '';
    return scope.report(question, [...path, name], {
      code: 'challenge-setting',
      message: control
        ? `"${String(settings[name])}" is no setting of ${name} (${fault})`
        : `There is no control "${name}"`,
      fix: control
        ? `write one that it has${range}`
        : `write ${nearest(name, new Set(Object.keys(controls))) ?? Object.keys(controls).join(', ')}`,
    });
  });
}

function moveFaults(scope: Scope, { controls }: AnyExperiment, { question, at, moves }: Played): Problem[] {
  const names = Object.keys(controls);
  return moves.flatMap((name, index) =>
    names.includes(name)
      ? []
      : scope.report(question, [...at, 'moves', index], {
          code: 'challenge-setting',
          message: `There is no control "${name}"`,
          fix: `write ${nearest(name, new Set(names)) ?? names.join(', ')}`,
        }),
  );
}

function goalFaults(
  scope: Scope,
  { controls, run }: AnyExperiment,
  { question, from }: Played,
  path: FieldPath,
  goals: readonly Goal[],
): Problem[] {
  const { readings } = run(readSettings(controls, from).settings);
  return goals.flatMap(({ reading }, index) =>
    Object.hasOwn(readings, reading)
      ? []
      : scope.report(question, [...path, index, 'reading'], {
          code: 'challenge-reading',
          message: `There is no reading "${reading}"`,
          fix: `write ${nearest(reading, new Set(Object.keys(readings))) ?? Object.keys(readings).join(', ')}`,
        }),
  );
}

/** As a student's answer would carry it. */
const answerText = ({ controls }: AnyExperiment, from: Settings, solution: Settings): string =>
  settingsText(controls, readSettings(controls, { ...from, ...solution }).settings);

const reached = ({ controls, run }: AnyExperiment, settings: Settings, goals: readonly Goal[]): string =>
  Object.entries(run(readSettings(controls, settings).settings).readings)
    .filter(([name]) => goals.some(({ reading }) => reading === name))
    .map(([name, value]) => `${name} ${value?.toPrecision(4) ?? 'none'}`)
    .join(', ');

function strayed(
  scope: Scope,
  experiment: AnyExperiment,
  played: Played,
  path: FieldPath,
  solution: Settings,
): Problem[] {
  const fault = findSettingsFault(experiment, played, answerText(experiment, played.from, solution));
  if (!fault) return [];
  return [
    scope.report(played.question, path, {
      code: 'challenge-solution',
      message: `The solution is no answer: ${fault}`,
      fix: `move only ${played.moves.join(', ')}`,
    }),
  ];
}

function challengeItem(scope: Scope, item: Extract<Item, { kind: 'challenge' }>): Problem[] {
  const played: Played = { ...item, question: item, at: [] };
  const experiment = findExperiment(item.figure, item.view);
  if (!experiment) return [unknownFigure(scope, played)];
  const settings = [
    ...settingFaults(scope, experiment, item, ['from'], item.from),
    ...settingFaults(scope, experiment, item, ['solution'], item.solution),
    ...moveFaults(scope, experiment, played),
  ];
  if (settings.length > 0) return settings;
  const goals = goalFaults(scope, experiment, played, ['key'], item.key);
  if (goals.length > 0) return goals;
  const stray = strayed(scope, experiment, played, ['solution'], item.solution);
  if (stray.length > 0) return stray;

  const task = { goals: item.key };
  if (!solvesChallenge(experiment, task, answerText(experiment, item.from, item.solution))) {
    return [
      scope.report(item, ['solution'], {
        code: 'challenge-solution',
        message: `The solution does not reach the key: ${reached(experiment, { ...item.from, ...item.solution }, item.key)}`,
        fix: 'correct solution, or the key',
      }),
    ];
  }
  if (solvesChallenge(experiment, task, answerText(experiment, item.from, {}))) {
    return [
      scope.report(item, ['from'], {
        code: 'challenge-solved',
        message: 'The challenge is solved before anything is moved',
        fix: 'begin elsewhere, or ask for more in the key',
      }),
    ];
  }
  return [];
}

function decisionOnFigure(scope: Scope, decision: CaseDecision): Problem[] {
  const { figure, challenge, options } = decision;
  if (figure !== undefined && challenge) {
    return [
      scope.report(decision, ['challenge'], {
        code: 'two-figures',
        message: 'A decision is a place in a drawing or a challenge, not both',
        fix: 'keep figure, or challenge',
      }),
    ];
  }
  const stray = options.flatMap((option, index) =>
    (['at', 'goals', 'solution'] as const)
      .filter((field) => option[field] && (field === 'at' ? figure === undefined : !challenge))
      .map((field) =>
        scope.report(decision, ['options', index, field], {
          code: 'stray-field',
          message: `An option has ${field} only where the decision has ${field === 'at' ? 'figure' : 'challenge'}`,
          fix: `remove it, or add ${field === 'at' ? 'figure' : 'challenge'} to the decision`,
        }),
      ),
  );
  if (stray.length > 0) return stray;
  if (figure !== undefined) return pick(scope, decision, figure);
  return challenge ? challengeDecision(scope, decision, challenge) : [];
}

/** Every outcome has one way to it, the last stands for whatever is left, and waiting is never the best. */
function challengeDecision(
  scope: Scope,
  decision: CaseDecision,
  challenge: NonNullable<CaseDecision['challenge']>,
): Problem[] {
  const played: Played = { ...challenge, question: decision, at: ['challenge'] };
  const experiment = findExperiment(challenge.figure, challenge.view);
  if (!experiment) return [unknownFigure(scope, played)];
  const { options } = decision;
  const unfinished = options.flatMap((option, index): Problem[] => {
    const path = ['options', index];
    if (index === options.length - 1 && option.goals) {
      return [
        scope.report(decision, [...path, 'goals'], {
          code: 'outcome-goals',
          message: 'The last outcome stands for every state that the others leave',
          fix: 'remove its goals, or add an outcome without goals after it',
        }),
      ];
    }
    if (index < options.length - 1 && !option.goals) {
      return [
        scope.report(decision, [...path, 'goals'], {
          code: 'outcome-goals',
          message: 'Without goals this outcome would be met always, and those after it never',
          fix: 'add goals, or put it last',
        }),
      ];
    }
    if (option.solution) return [];
    return [
      scope.report(decision, [...path, 'solution'], {
        code: 'challenge-solution',
        message: 'An outcome has one way to bring it about',
        fix: 'add solution: with the controls to move',
      }),
    ];
  });
  if (unfinished.length > 0) return unfinished;
  const faults = [
    ...settingFaults(scope, experiment, decision, ['challenge', 'from'], challenge.from),
    ...moveFaults(scope, experiment, played),
    ...options.flatMap(({ goals = [], solution = {} }, index) => [
      ...settingFaults(scope, experiment, decision, ['options', index, 'solution'], solution),
      ...goalFaults(scope, experiment, played, ['options', index, 'goals'], goals),
    ]),
  ];
  if (faults.length > 0) return faults;
  const outcomeOf = (solution: Settings) =>
    findOutcome(experiment, options, answerText(experiment, challenge.from, solution));
  const all = options.flatMap(({ goals = [] }) => goals);
  return [
    ...options.flatMap((option, index) => {
      const path = ['options', index, 'solution'];
      const stray = strayed(scope, experiment, played, path, option.solution!);
      if (stray.length > 0) return stray;
      const found = outcomeOf(option.solution!);
      if (found === option) return [];
      return scope.report(decision, path, {
        code: 'challenge-solution',
        message: `The solution comes to ${found?.id ?? 'nothing'}, not to this: ${reached(experiment, { ...challenge.from, ...option.solution }, all)}`,
        fix: 'correct solution, or the goals',
      });
    }),
    ...(outcomeOf({})?.fraction === 1
      ? [
          scope.report(decision, ['challenge', 'from'], {
            code: 'challenge-solved',
            message: 'The best outcome is there before anything is moved',
            fix: 'begin elsewhere, or ask for more in its goals',
          }),
        ]
      : []),
  ];
}
