import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type * as z from 'zod/mini';
import { institutions, sittings, type InstitutionDatabase } from '@puente/database';
import type { createSitting as endpoint, Sitting } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Catalogue } from '../../catalogue.ts';
import type { Context } from '../../context.ts';
import { Conflict, Forbidden, Invalid } from '../../errors.ts';
import { getCohortFor } from '../cohorts/get-cohort-for.ts';
import { showSittings } from './show-sittings.ts';

type Input = z.output<NonNullable<(typeof endpoint)['body']>>;

/** Prepares a sitting of a course's forms for a cohort; it opens by itself when its time comes. */
export const createSitting = async (
  db: InstitutionDatabase,
  actor: Actor,
  cohortId: string,
  input: Input,
  context: Context,
): Promise<Sitting> => {
  const cohort = await getCohortFor(db, actor, cohortId);
  if (input.wave === 'selection' && actor.role !== 'staff') {
    throw new Forbidden('role', 'Only programme staff prepare the selection form.');
  }
  const field = (name: string, message: string) =>
    new Invalid('invalid', message, [{ field: name, message }]);
  if (!cohort.courseIds.includes(input.courseId))
    throw field('courseId', 'This cohort does not take that course.');
  const opensAt = new Date(input.opensAt);
  const closesAt = new Date(input.closesAt);
  if (closesAt <= opensAt) throw field('closesAt', 'The sitting must close after it opens.');
  if (closesAt <= context.now)
    throw field('closesAt', 'The sitting would already be over; choose a later time.');

  const forms = formsFor(context.catalogue, input);
  if (forms.length === 0) {
    throw input.form === undefined
      ? field('wave', 'The course has no form for this.')
      : field('form', 'The course has no sealed form of this name.');
  }
  const demonstration = forms.some((form) => form.demonstration);
  if (input.wave === 'selection' && demonstration && !(await isDemonstration(db))) {
    throw new Conflict(
      'demonstration_bank',
      'The keys of this form are public: it cannot select anybody. Load a sealed bank of your own.',
    );
  }
  const [sitting] = await db
    .insert(sittings)
    .values({
      institutionId: db.institutionId,
      cohortId,
      courseId: input.courseId,
      wave: input.wave,
      forms: forms.map((form) => form.id),
      demonstration,
      opensAt,
      closesAt,
      durationMinutes: input.durationMinutes,
      lateHours: input.wave === 'selection' ? 0 : (input.lateHours ?? 24),
      assignmentSeed: randomUUID(),
      createdBy: actor.membershipId,
      createdAt: context.now,
    })
    .returning({ id: sittings.id });
  await audit(db, actor, context.now, {
    act: 'sitting.prepare',
    subjectKind: 'sitting',
    subjectId: sitting!.id,
    detail: {
      cohortId,
      wave: input.wave,
      forms: forms.map((form) => form.id),
      opensAt: input.opensAt,
      closesAt: input.closesAt,
    },
  });
  return (await showSittings(db, eq(sittings.id, sitting!.id), context))[0]!;
};

const isDemonstration = async (db: InstitutionDatabase): Promise<boolean> => {
  const [found] = await db
    .select({ demonstration: institutions.demonstration })
    .from(institutions)
    .where(and(eq(institutions.id, db.institutionId)));
  return found!.demonstration;
};

/** Forms A and B together for a gain, those that span the most modules; for selection one sealed form, the same for all. */
const formsFor = (
  catalogue: Catalogue,
  { courseId, wave, form }: Pick<Input, 'courseId' | 'wave' | 'form'>,
) => {
  const kind = wave === 'selection' ? 'sealed' : 'gain';
  const ofKind = catalogue.getCourse(courseId).assessment.forms.filter((one) => one.kind === kind);
  if (form !== undefined) return wave === 'selection' ? ofKind.filter((one) => one.id === form) : [];
  const widest = Math.max(0, ...ofKind.map((one) => one.modules.length));
  const chosen = ofKind.filter((one) => one.modules.length === widest);
  return wave === 'selection' ? chosen.slice(0, 1) : chosen;
};
