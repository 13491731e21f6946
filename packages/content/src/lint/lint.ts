import type { LoadedContent } from '../load/load-content.ts';
import { type Answered, answeredWarnings } from './answered.ts';
import { altitudeOfGases } from './altitude.ts';
import { assessmentItems } from './assessment-items.ts';
import { assessmentKeptFromPractice } from './assessment-kept-from-practice.ts';
import { caseDecisions } from './case-decisions.ts';
import { caseGraph } from './case-graph.ts';
import { duplicateIds } from './duplicate-ids.ts';
import { explanations } from './explanations.ts';
import { factUnits } from './fact-units.ts';
import { figureDrawings } from './figure-drawings.ts';
import { figureItems } from './figure-items.ts';
import { figurePlay } from './figure-play.ts';
import { figureTables } from './figure-tables.ts';
import { formBalance } from './form-balance.ts';
import { forms } from './forms.ts';
import { frozenForms } from './frozen-forms.ts';
import { itemKeys } from './item-keys.ts';
import { itemOptions } from './item-options.ts';
import { leadIns } from './lead-ins.ts';
import { keyEchoes } from './key-echoes.ts';
import { keyIds } from './key-ids.ts';
import { keyLength } from './key-length.ts';
import { languagesAgree } from './languages-agree.ts';
import { lengths } from './lengths.ts';
import { optionNumbers } from './option-numbers.ts';
import { physiology } from './physiology/physiology.ts';
import { wording } from './wording.ts';
import { abbreviations } from './abbreviations.ts';
import { answeredByAnother } from './answered-by-another.ts';
import { lessonProse } from './lesson-prose.ts';
import { prerequisites } from './prerequisites.ts';
import { type Rule, scopeOf } from './scope.ts';
import { taughtConcepts } from './taught-concepts.ts';
import { unknownIds } from './unknown-ids.ts';
import { unusedIds } from './unused-ids.ts';

const refusals: Rule[] = [
  unknownIds,
  unusedIds,
  prerequisites,
  explanations,
  lessonProse,
  figureDrawings,
  figureTables,
  figurePlay,
  figureItems,
  itemKeys,
  itemOptions,
  leadIns,
  taughtConcepts,
  caseGraph,
  caseDecisions,
  factUnits,
  altitudeOfGases,
  assessmentItems,
  assessmentKeptFromPractice,
  forms,
  formBalance,
  frozenForms,
];

/** Advice: what a writer should look at and may answer. */
const warnings: Rule[] = [
  lengths,
  keyLength,
  keyIds,
  keyEchoes,
  optionNumbers,
  wording,
  answeredByAnother,
  abbreviations,
  languagesAgree,
  physiology,
];

/** What is wrong with courses that could be read. */
export function lint(content: LoadedContent): Answered {
  const scopes = content.courses.map((course) => scopeOf(content, course));
  return answeredWarnings(content, [
    ...duplicateIds(content),
    ...scopes.flatMap((scope) => [...refusals, ...warnings].flatMap((rule) => rule(scope))),
  ]);
}
