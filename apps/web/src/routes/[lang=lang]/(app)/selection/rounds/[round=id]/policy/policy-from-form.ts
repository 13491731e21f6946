import { languageLevels, refusedMeasures, zoneDecisions, type PolicyInput } from '@puente/schemas';
import { instantOfLocal } from '#lib/local-time.ts';
import type { Typed } from '#lib/problem.ts';

/** Parts of the editor; a fault stands beside its part. */
export type Part =
  | 'seats'
  | 'reserves'
  | 'campusSeats'
  | 'sittings'
  | 'components'
  | 'measure'
  | 'eligibility'
  | 'tieBreaks'
  | 'zone'
  | 'dossierQuestions'
  | 'draw'
  | 'expectedCandidates'
  | 'claimDays';
export type Faults = Partial<Record<Part, string>>;

const whole = (typed: string | undefined, least: number, most: number): number | undefined => {
  const value = Number(typed);
  return typed && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
};

/** The suffixes of the fields `prefix-…` that hold something. */
const given = (typed: Typed, prefix: string): [string, string][] =>
  Object.entries(typed).flatMap(([name, value]) =>
    name.startsWith(`${prefix}-`) && value !== '' ? [[name.slice(prefix.length + 1), value]] : [],
  );

const oneOf = <T extends string>(values: readonly T[], typed: string | undefined): T | undefined =>
  values.find((value) => value === typed);

/** What the editor sent as a policy, or which parts cannot be read. The rule itself is the API's. Pure. */
export const policyFromForm = (
  typed: Typed,
  timeZone: string,
): { policy: PolicyInput } | { faults: Faults } => {
  const faults: Faults = {};
  const need = <T>(part: Part, value: T | undefined): T => {
    if (value === undefined) faults[part] = part;
    return value as T;
  };
  const weights = given(typed, 'weight').map(([courseId, text]) => {
    const weight = Number(text.replace(',', '.'));
    if (!(weight > 0 && weight <= 100)) faults.components = 'components';
    return { measure: 'form_s' as PolicyInput['components'][number]['measure'], courseId, weight };
  });
  if (weights.length === 0) faults.components = 'components';
  const other = oneOf(refusedMeasures, typed.otherMeasure);
  if (other && weights[0]) weights.push({ ...weights[0], measure: other });

  const sittings = (typed.sittings ?? '').split(' ').filter(Boolean);
  if (sittings.length === 0) faults.sittings = 'sittings';
  const zone = need('zone', oneOf(zoneDecisions, typed.zone));
  const questions = [1, 2].map((n) => ({
    es: typed[`question${n}es`] ?? '',
    en: typed[`question${n}en`] ?? '',
  }));
  if (zone === 'dossiers' && questions.some(({ es, en }) => es === '' || en === ''))
    faults.dossierQuestions = 'dossierQuestions';
  const at = instantOfLocal(typed.drawAt ?? '', timeZone);
  const { drawWhat = '', drawPlace = '' } = typed;
  if (!at || drawWhat === '' || drawPlace === '') faults.draw = 'draw';
  const campusSeats =
    typed.campusMode === 'per'
      ? given(typed, 'campus').map(([campusId, text]) => ({
          campusId,
          seats: need('campusSeats', whole(text, 1, 1000)),
        }))
      : null;
  if (campusSeats?.length === 0) faults.campusSeats = 'campusSeats';
  const policy: PolicyInput = {
    seats: need('seats', whole(typed.seats, 1, 1000)),
    reserves: need('reserves', whole(typed.reserves, 0, 1000)),
    campusSeats,
    sittings: sittings.map((sittingId) => ({ sittingId, makeUp: typed[`makeUp-${sittingId}`] === 'yes' })),
    components: weights,
    eligibility: {
      courses: (typed.courses ?? '').split(' ').filter(Boolean),
      english: oneOf(languageLevels, typed.english) ?? null,
    },
    tieBreaks: given(typed, 'tie')
      .sort((a, b) => Number(a[1]) - Number(b[1]))
      .map(([courseId]) => courseId),
    zone,
    dossierQuestions: zone === 'dossiers' ? questions : [],
    draw: { what: drawWhat, place: drawPlace, at: at ?? '' },
    expectedCandidates: need('expectedCandidates', whole(typed.expectedCandidates, 3, 100_000)),
    claimDays: need('claimDays', whole(typed.claimDays, 1, 60)),
  };
  return Object.keys(faults).length > 0 ? { faults } : { policy };
};
