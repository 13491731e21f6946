import type { Case, Item } from '../content.ts';
import type { Fact } from '../schemas/case.ts';
import type { Problem } from '../problem.ts';
import { languages } from '../schemas/text.ts';
import { everyItem } from './questions.ts';
import type { Rule, Scope } from './scope.ts';

/** What is normal for oxygen, carbon dioxide and haemoglobin depends on the altitude. */
export const altitudeOfGases: Rule = (scope) => [
  ...scope.openModules.flatMap((module) => (module.case ? altitudeOf(scope, module.case) : [])),
  ...everyItem(scope).flatMap((item) => altitudeOfStem(scope, item)),
];

function altitudeOf(scope: Scope, file: Case): Problem[] {
  if (file.altitudeMetres !== undefined) return [];
  const facts = file.stages.flatMap((stage) => stage.facts ?? []);
  const first = facts.find(dependsOnAltitude);
  if (!first) return [];
  return [
    scope.report(first, ['label'], {
      code: 'missing-altitude',
      message: `"${first.label.en}" cannot be judged without the altitude`,
      fix: 'add altitudeMetres: to the case, in metres above the sea',
    }),
  ];
}

/** A person's gas or haemoglobin with its number, as a stem gives it. */
const given = new RegExp(
  [
    String.raw`(?<!\p{L})(pa|sat|sa|sp)\s?c?o[2₂][^\d.;:]{0,18}\d[\d.,–-]*\s*(mmHg|kPa|%)`,
    String.raw`satura(tion|ci[oó]n|tes)?\b[^\d.;:]{0,18}\d[\d.,–-]*\s*%`,
    String.raw`h(a)?emoglobin(?!uri)(a)?(?!\s*(a1c|glicosilada|glucosilada))[^\d.;:]{0,20}\d[\d.,–-]*\s*g\/d?L`,
    String.raw`\b(hb|hgb)\b[^\d.;:]{0,10}\d`,
  ].join('|'),
  'iu',
);
const altitude = /\d\s?m(?![\p{L}²³/])|metros|metres|nivel del mar|sea level/iu;

function altitudeOfStem(scope: Scope, item: Item): Problem[] {
  return languages.flatMap((language) => {
    const text = `${item.stem[language]} ${item.question[language]}`;
    if (!given.test(text) || altitude.test(text)) return [];
    return scope.report(item, ['stem', language], {
      code: 'missing-altitude',
      message: 'A gas or haemoglobin cannot be judged without the altitude',
      fix: 'say where, as in "En Cusco (3,400 m)" or "al nivel del mar"',
    });
  });
}

const gases =
  /(?<!\p{L})(pa|p|sat|sa|sp)\s?c?o[2₂](?![\p{L}\p{N}])|oximetr|satura(tion|ci[oó]n) (of|de) ox[ií]g|oxygen saturation/iu;
const haemoglobin = /\b(hb|hgb)\b|h(a)?emoglobin(?!uri)(a)?\b(?!\s*(a1c|glicosilada|glucosilada))/i;
const glycated = /a1c|gl[iu]co[sx]ilada|glycated|glycosylated/i;
const acidity = /\bpH\b/;
const otherFluid = /urin|orina|orin|gastr|gástr|pleur|vagin|saliv|líquido|liquid|fluid/i;

export function dependsOnAltitude(fact: Fact): boolean {
  const unit = typeof fact.unit === 'object' ? `${fact.unit.es} ${fact.unit.en}` : fact.unit;
  const text = `${fact.label.es} | ${fact.label.en} | ${unit ?? ''}`;
  if (fact.vital === 'SatO2' || gases.test(text)) return true;
  if (haemoglobin.test(text) && !glycated.test(text)) return true;
  return acidity.test(text) && !otherFluid.test(text);
}
