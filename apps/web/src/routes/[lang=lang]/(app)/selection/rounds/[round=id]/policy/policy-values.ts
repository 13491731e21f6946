import type { Policy } from '@puente/schemas';
import { time } from '#lib/format.ts';
import { localDay } from '#lib/local-time.ts';
import type { Typed } from '#lib/problem.ts';

/** What the editor shows of a policy that stands; of none, what most rounds want. */
export const valuesOf = (policy: Policy | null, timeZone: string): Typed => {
  if (!policy)
    return { seats: '20', reserves: '5', claimDays: '5', zone: 'dossiers', campusMode: 'one', sittings: '' };
  const entries = (prefix: string, pairs: [string, string | number][]) =>
    Object.fromEntries(pairs.map(([key, value]) => [`${prefix}-${key}`, String(value)]));
  const [first, second] = policy.dossierQuestions;
  return {
    seats: String(policy.seats),
    reserves: String(policy.reserves),
    campusMode: policy.campusSeats ? 'per' : 'one',
    ...entries('campus', policy.campusSeats?.map(({ campusId, seats }) => [campusId, seats]) ?? []),
    sittings: policy.sittings.map(({ sittingId }) => sittingId).join(' '),
    ...entries(
      'makeUp',
      policy.sittings.filter(({ makeUp }) => makeUp).map(({ sittingId }) => [sittingId, 'yes']),
    ),
    ...entries(
      'weight',
      policy.components.map(({ courseId, weight }) => [courseId, weight]),
    ),
    courses: policy.eligibility.courses.join(' '),
    english: policy.eligibility.english ?? '',
    ...entries(
      'tie',
      policy.tieBreaks.map((courseId, index) => [courseId, index + 1]),
    ),
    zone: policy.zone,
    ...(first && { question1es: first.es, question1en: first.en }),
    ...(second && { question2es: second.es, question2en: second.en }),
    drawWhat: policy.draw.what,
    drawPlace: policy.draw.place,
    drawAt: `${localDay(policy.draw.at, timeZone)}T${time(policy.draw.at, timeZone)}`,
    expectedCandidates: String(policy.expectedCandidates),
    claimDays: String(policy.claimDays),
  };
};
