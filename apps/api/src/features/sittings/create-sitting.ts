import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type * as z from 'zod/mini';
import { institutions, sittings, type InstitutionDatabase } from '@puente/database';
import type { createSitting as endpoint, Sitting } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, Forbidden, Invalid } from '../../errors.ts';
import { getCohortFor } from '../cohorts/get-cohort-for.ts';
import { chooseForms, type FormProblem } from './choose-forms.ts';
import { listFormUses } from './list-form-uses.ts';
import { listGivenForms } from './list-given-forms.ts';
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

  const ofCourse = context.catalogue.getCourse(input.courseId).assessment.forms;
  const named =
    input.wave === 'selection'
      ? ofCourse.filter((form) => form.kind === 'sealed' && form.id === input.form)
      : [];
  if (input.form !== undefined && named.length === 0)
    throw field('form', 'The course has no sealed form of this name.');
  const chosen = chooseForms({
    forms: input.form === undefined ? ofCourse : named,
    catalogue: context.catalogue,
    wave: input.wave,
    uses: await listFormUses(db, input.courseId, cohort.term),
    given: await listGivenForms(db, cohortId, input.courseId),
    reuse: input.reuse !== undefined,
    now: context.now,
  });
  if ('problem' in chosen) throw problems[chosen.problem](chosen.forms);
  const forms = chosen.forms.map((id) => context.catalogue.getForm(id));
  const demonstration = forms.some((form) => form.demonstration);
  if (input.wave === 'selection' && demonstration && !(await isDemonstration(db))) {
    throw new Conflict(
      'demonstration_bank',
      'The keys of this form are public: it cannot select anybody. Load a sealed bank of your own.',
    );
  }
  const proctored = input.proctored ?? false;
  if (input.wave === 'selection' && !proctored && !(await isDemonstration(db)))
    throw field('proctored', 'Form S selects people: it is taken under supervision, with a record.');
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
      proctored,
      roomSecret: proctored ? randomBytes(32).toString('hex') : null,
      assignmentSeed: randomUUID(),
      createdBy: actor.membershipId,
      createdAt: context.now,
    })
    .returning({ id: sittings.id });
  await audit(db, actor, context.now, {
    act: 'sitting.prepare',
    subjectKind: 'sitting',
    subjectId: sitting!.id,
    why: input.reuse ?? null,
    detail: {
      cohortId,
      wave: input.wave,
      forms: forms.map((form) => form.id),
      opensAt: input.opensAt,
      closesAt: input.closesAt,
      proctored,
    },
  });
  return (await showSittings(db, eq(sittings.id, sitting!.id), context))[0]!;
};

const problems: Record<FormProblem, (forms: string[]) => Error> = {
  none: () => {
    const message = 'The course has no form for this.';
    return new Invalid('invalid', message, [{ field: 'wave', message }]);
  },
  unseen: (forms) =>
    new Conflict(
      'no_unseen_form',
      `This cohort has seen ${forms.join(' and ')}, and the course has no other form. A delayed sitting needs one that it has not seen, with the same anchors: ask the authors for a third form.`,
    ),
  rests: (forms) =>
    new Conflict(
      'form_rests',
      `${forms.join(' and ')} were shown within the last two terms and rest. Wait, ask the authors for new forms, or say in \`reuse\` why they must be used now.`,
    ),
  retired: (forms) =>
    new Conflict(
      'form_retired',
      `${forms.join(' and ')} was sat before: a sealed form is used once. Its items may become practice. Load a new sealed form.`,
    ),
};

const isDemonstration = async (db: InstitutionDatabase): Promise<boolean> => {
  const [found] = await db
    .select({ demonstration: institutions.demonstration })
    .from(institutions)
    .where(and(eq(institutions.id, db.institutionId)));
  return found!.demonstration;
};
