import { and, eq, inArray } from 'drizzle-orm';
import { sittings, type InstitutionDatabase } from '@puente/database';
import type { Evidence, MeasuredCourse, OwnRound, Policy } from '@puente/schemas';
import type { Catalogue } from '../../../catalogue.ts';
import type { RoundRow } from '../round-row.ts';

const titleOf = (catalogue: Catalogue, courseId: string) =>
  catalogue.courses.find((course) => course.id === courseId)?.title ?? { es: courseId, en: courseId };

/** What a policy measures, as its readers need it: names, effective weights, when each form is sat. */
export const measuredCourses = async (
  db: InstitutionDatabase,
  round: RoundRow,
  policy: Policy,
  evidence: Evidence | null,
  catalogue: Catalogue,
): Promise<MeasuredCourse[]> => {
  const main = policy.sittings.filter(({ makeUp }) => !makeUp);
  const times = await db
    .select({ id: sittings.id, opensAt: sittings.opensAt, closesAt: sittings.closesAt })
    .from(sittings)
    .where(
      and(
        eq(sittings.institutionId, db.institutionId),
        inArray(
          sittings.id,
          main.map(({ sittingId }) => sittingId),
        ),
      ),
    );
  const weights = evidence?.components ?? round.rehearsal?.weights ?? [];
  return policy.components.map(({ courseId, weight }) => {
    const own = main.filter((sitting) => sitting.courseId === courseId);
    const held = times.filter(({ id }) => own.some(({ sittingId }) => sittingId === id));
    const moments = (of: 'opensAt' | 'closesAt') => held.map((sitting) => sitting[of].getTime());
    return {
      id: courseId,
      title: titleOf(catalogue, courseId),
      items: catalogue.forms.get(own[0]!.formId)?.items.length ?? 0,
      weight,
      effectiveWeight: weights.find((one) => one.courseId === courseId)?.effectiveWeight ?? null,
      opensAt: new Date(Math.min(...moments('opensAt'))).toISOString(),
      closesAt: new Date(Math.max(...moments('closesAt'))).toISOString(),
    };
  });
};

/** The name of every course that a policy names. */
export const courseTitles = (policy: Policy, catalogue: Catalogue): OwnRound['titles'] =>
  [...new Set([...policy.components.map(({ courseId }) => courseId), ...policy.eligibility.courses])].map(
    (id) => ({ id, title: titleOf(catalogue, id) }),
  );
