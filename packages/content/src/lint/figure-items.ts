import { experiments, findExperiment } from '@puente/models/experiments';
import {
  findSettingsFault,
  readSettings,
  settingsText,
  solvesChallenge,
} from '@puente/models/experiments/experiment';
import type { Item, OpenModule } from '../content.ts';
import type { Problem } from '../problem.ts';
import { languages } from '../schemas/text.ts';
import { nearest } from './nearest.ts';
import { everyItem } from './questions.ts';
import type { Rule, Scope } from './scope.ts';

type Pick = Extract<Item, { kind: 'pick-on-a-figure' }>;
type Challenge = Extract<Item, { kind: 'challenge' }>;

/** A pick has its places inside a drawing of its module; a challenge can be solved, and is not solved by waiting. */
export const figureItems: Rule = (scope) =>
  everyItem(scope).flatMap((item) => {
    if (item.kind === 'challenge') return challenge(scope, item);
    if (item.kind !== 'pick-on-a-figure') return [];
    return pick(
      scope,
      item,
      scope.openModules.find((module) => module.id === item.moduleId),
    );
  });

function pick(scope: Scope, item: Pick, module: OpenModule | undefined): Problem[] {
  const figure = module?.figures.find(({ name }) => name === item.figure);
  if (!figure) {
    const names = new Set(module?.figures.map(({ name }) => name) ?? []);
    const near = nearest(item.figure, names);
    return [
      scope.report(item, ['figure'], {
        code: 'unknown-id',
        message: `This module has no figure "${item.figure}"`,
        fix: near ? `write ${near}` : 'name a figure that lies in figures/ of the module',
      }),
    ];
  }
  return item.options.flatMap((option, index) => {
    const [x, y] = option.at;
    const outside = languages.some((language) => {
      const box = /\sviewBox\s*=\s*["']([-\d.\s,]+)["']/.exec(figure.svg[language] ?? '')?.[1];
      const [left = 0, top = 0, width = 0, height = 0] = (box ?? '').split(/[\s,]+/).map(Number);
      return box !== undefined && (x < left || x > left + width || y < top || y > top + height);
    });
    if (!outside) return [];
    return scope.report(item, ['options', index, 'at'], {
      code: 'pick-outside',
      message: `The mark at ${x}, ${y} stands outside the drawing`,
      fix: 'give a place inside its viewBox',
    });
  });
}

function challenge(scope: Scope, item: Challenge): Problem[] {
  const experiment = findExperiment(item.figure, item.view);
  if (!experiment) {
    const views = Object.hasOwn(experiments, item.figure) ? experiments[item.figure]! : undefined;
    const [field, asked, known] = views
      ? (['view', item.view, Object.keys(views)] as const)
      : (['figure', item.figure, Object.keys(experiments)] as const);
    return [
      scope.report(item, [field], {
        code: 'unknown-id',
        message: `There is no ${field} "${asked}" to play with`,
        fix: `write ${nearest(asked, new Set(known)) ?? known.join(', ')}`,
      }),
    ];
  }
  const { controls } = experiment;
  const names = Object.keys(controls);
  const settings = (['from', 'solution'] as const).flatMap((field) =>
    Object.entries(readSettings(controls, item[field]).faults).map(([name, fault]) => {
      const control = controls[name];
      const range = control?.kind === 'dial' ? ` from ${control.least} to ${control.most}` : '';
      return scope.report(item, [field, name], {
        code: 'challenge-setting',
        message: control
          ? `"${String(item[field][name])}" is no setting of ${name} (${fault})`
          : `There is no control "${name}"`,
        fix: control
          ? `write one that it has${range}`
          : `write ${nearest(name, new Set(names)) ?? names.join(', ')}`,
      });
    }),
  );
  const moves = item.moves.flatMap((name, index) =>
    names.includes(name)
      ? []
      : scope.report(item, ['moves', index], {
          code: 'challenge-setting',
          message: `There is no control "${name}"`,
          fix: `write ${nearest(name, new Set(names)) ?? names.join(', ')}`,
        }),
  );
  if (settings.length > 0 || moves.length > 0) return [...settings, ...moves];

  const opening = readSettings(controls, item.from).settings;
  const { readings } = experiment.run(opening);
  const goals = item.key.flatMap(({ reading }, index) =>
    Object.hasOwn(readings, reading)
      ? []
      : scope.report(item, ['key', index, 'reading'], {
          code: 'challenge-reading',
          message: `There is no reading "${reading}"`,
          fix: `write ${nearest(reading, new Set(Object.keys(readings))) ?? Object.keys(readings).join(', ')}`,
        }),
  );
  if (goals.length > 0) return goals;

  const task = { from: item.from, moves: item.moves, goals: item.key };
  const solution = settingsText(
    controls,
    readSettings(controls, { ...item.from, ...item.solution }).settings,
  );
  const fault = findSettingsFault(experiment, task, solution);
  if (fault) {
    return [
      scope.report(item, ['solution'], {
        code: 'challenge-solution',
        message: `The solution is no answer: ${fault}`,
        fix: `move only ${item.moves.join(', ')}`,
      }),
    ];
  }
  if (!solvesChallenge(experiment, task, solution)) {
    const reached = Object.entries(
      experiment.run(readSettings(controls, { ...item.from, ...item.solution }).settings).readings,
    )
      .filter(([name]) => item.key.some(({ reading }) => reading === name))
      .map(([name, value]) => `${name} ${value?.toPrecision(4) ?? 'none'}`);
    return [
      scope.report(item, ['solution'], {
        code: 'challenge-solution',
        message: `The solution does not reach the key: ${reached.join(', ')}`,
        fix: 'correct solution, or the key',
      }),
    ];
  }
  if (solvesChallenge(experiment, task, settingsText(controls, opening))) {
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
