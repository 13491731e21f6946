import { experiments, findExperiment } from '@puente/models/experiments';
import { findPresets } from '@puente/models/experiments/presets';
import { nearest } from './nearest.ts';
import type { Rule } from './scope.ts';

/** A figure that is played with names one that there is. */
export const figurePlay: Rule = (scope) =>
  scope.openModules.flatMap((module) =>
    module.figures.flatMap((figure) => {
      const { play } = figure;
      if (!play) return [];
      const presets = findPresets(play.figure, play.view);
      if (presets.includes(play.preset)) return [];
      const views = Object.hasOwn(experiments, play.figure) ? experiments[play.figure]! : undefined;
      const [field, asked, known] = findExperiment(play.figure, play.view)
        ? (['preset', play.preset, presets] as const)
        : views
          ? (['view', play.view, Object.keys(views)] as const)
          : (['figure', play.figure, Object.keys(experiments)] as const);
      return scope.report(figure, ['play', field], {
        code: 'unknown-id',
        message: `There is no ${field} "${asked}" to play with`,
        fix: `write ${nearest(asked, new Set(known)) ?? known.join(', ')}`,
      });
    }),
  );
