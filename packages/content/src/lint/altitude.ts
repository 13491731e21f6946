import type { Case } from '../content.ts';
import type { Fact } from '../schemas/case.ts';
import type { Problem } from '../problem.ts';
import type { Rule, Scope } from './scope.ts';

/** What is normal for oxygen, carbon dioxide and haemoglobin depends on the altitude. */
export const altitudeOfGases: Rule = (scope) =>
  scope.openModules.flatMap((module) => (module.case ? altitudeOf(scope, module.case) : []));

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
