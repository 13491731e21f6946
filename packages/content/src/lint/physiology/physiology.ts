import type { Problem } from '../../problem.ts';
import { languages } from '../../schemas/text.ts';
import { passages } from '../passages.ts';
import type { Rule, Scope } from '../scope.ts';
import { warn } from '../warn.ts';
import { disagreements } from './disagreements.ts';
import { dosePerWeight } from './doses.ts';
import { sentencesOf, valuesInSentence, valuesOfStage } from './read-values.ts';
import { estimatedFiltration, genotypeSum } from './statements.ts';

/** Values that one body cannot have at once, and doses that nobody gives: a slip, or something to be explained. */
export const physiology: Rule = (scope) => [...stages(scope), ...said(scope)];

function stages(scope: Scope): Problem[] {
  return scope.openModules.flatMap((module) =>
    (module.case?.stages ?? []).flatMap((stage) => {
      const around = JSON.stringify(module.case);
      return disagreements(valuesOfStage(stage), around).map(({ code, message, fix }) =>
        warn(scope, stage, ['facts'], code, message, fix),
      );
    }),
  );
}

function said(scope: Scope): Problem[] {
  return passages(scope)
    .filter(({ wrong }) => !wrong)
    .flatMap((passage) =>
      languages.flatMap((language) =>
        sentencesOf(passage.words[language]).flatMap(({ sentence, at }) => {
          if (!/\d/.test(sentence)) return [];
          const around = passage.around[language];
          const found = [
            ...disagreements(valuesInSentence(sentence), around),
            estimatedFiltration(sentence, around) ?? [],
            genotypeSum(sentence) ?? [],
            ...dosePerWeight(sentence, around),
          ].flat();
          return found.map(({ code, message, fix }) => passage.warn(language, code, message, fix, at));
        }),
      ),
    );
}
