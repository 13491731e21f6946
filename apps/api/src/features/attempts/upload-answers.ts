import { hash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { learnerLinks, memberships, people, type InstitutionDatabase } from '@puente/database';
import type { uploadAnswers as endpoint } from '@puente/schemas';
import type * as z from 'zod/mini';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { fullNameOf } from '../accounts/get-me.ts';
import { recordResponsesOf } from './record-responses.ts';

type Input = z.output<NonNullable<(typeof endpoint)['body']>>;
type Upload = z.output<(typeof endpoint)['response']>;

/** Records what a student saved to a file and handed in: the same rules, as if the device had sent it now. */
export const uploadAnswers = async (
  db: InstitutionDatabase,
  actor: Actor,
  { file, why }: Input,
  context: Context,
): Promise<Upload> => {
  const [student] = await db
    .select({
      learnerKey: learnerLinks.learnerKey,
      givenNames: people.givenNames,
      firstSurname: people.firstSurname,
      secondSurname: people.secondSurname,
      studentCode: people.studentCode,
    })
    .from(learnerLinks)
    .innerJoin(
      memberships,
      and(
        eq(memberships.institutionId, learnerLinks.institutionId),
        eq(memberships.id, learnerLinks.membershipId),
      ),
    )
    .innerJoin(
      people,
      and(eq(people.institutionId, memberships.institutionId), eq(people.id, memberships.personId)),
    )
    .where(
      and(eq(learnerLinks.institutionId, db.institutionId), eq(learnerLinks.membershipId, file.membershipId)),
    );
  if (!student) throw new NotFound('student of this institution');
  const receipts = await recordResponsesOf(db, student.learnerKey, file.responses, context);
  const sha256 = hash('sha256', JSON.stringify(file), 'hex');
  const counts = Object.fromEntries(
    [...Map.groupBy(receipts, ({ status }) => status)].map(([status, group]) => [status, group.length]),
  );
  await audit(db, actor, context.now, {
    act: 'answers.uploaded',
    subjectKind: 'membership',
    subjectId: file.membershipId,
    why,
    detail: { sha256, savedAt: file.savedAt, ...counts },
  });
  return { fullName: fullNameOf(student), studentCode: student.studentCode, sha256, receipts };
};
