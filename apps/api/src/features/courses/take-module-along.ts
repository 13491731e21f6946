import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { attempts, newId, responses, type InstitutionDatabase } from '@puente/database';
import type { Language, TakenModule } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { practiceItemsOf, startPractice } from '../attempts/start-practice.ts';
import type { AttemptRow } from '../attempts/show-attempt.ts';

type Begun = Parameters<typeof startPractice>[3];

const dayMs = 24 * 3_600_000;

/**
 * Begins, while there is a signal, what a phone is to do without one: answers find their attempt whenever they arrive.
 * What was taken along before and is not ended is found again, so that a lost reply, or a second phone, begins nothing
 * twice.
 */
export const takeModuleAlong = async (
  db: InstitutionDatabase,
  actor: Actor,
  { courseId, moduleId }: { courseId: string; moduleId: string },
  language: Language,
  context: Context,
): Promise<TakenModule> => {
  const module = context.catalogue.getModule(courseId, moduleId);
  const practice = practiceItemsOf(module).map(({ id }) => id);
  const running = await listRunning(db, learnerKeyOf(actor), courseId);
  const find = (kind: Begun['kind'], contentId: string) =>
    running.filter((attempt) => attempt.kind === kind && attempt.contentId === contentId);
  const begin = async (begun: Pick<Begun, 'kind' | 'contentId' | 'size'>) =>
    startPractice(db, actor, newId(context.now.getTime()), { courseId, language, ...begun }, context);

  const whole = find('practice', moduleId).find(
    ({ items }) => items.length === practice.length && practice.every((id) => items.includes(id)),
  );
  const practised = whole ?? (await begin({ kind: 'practice', contentId: moduleId, size: practice.length }));
  const story = module.case;
  const lived = story && (find('case', story.id)[0] ?? (await begin({ kind: 'case', contentId: story.id })));
  const reviewed =
    find('review', courseId).find(({ startedAt }) => context.now.getTime() - startedAt.getTime() < dayMs) ??
    (await begin({ kind: 'review', contentId: courseId }).catch((refusal: unknown) => {
      if (refusal instanceof Conflict && refusal.code === 'nothing_due') return undefined;
      throw refusal;
    }));
  const asked = (reviewed?.items ?? []).map((item) => (typeof item === 'string' ? item : item.id));
  const home = (itemId: string) => context.catalogue.items.get(itemId)?.moduleId ?? [];
  return {
    practiceId: practised.id,
    caseId: lived?.id ?? null,
    reviewId: reviewed?.id ?? null,
    moduleIds: [...new Set([moduleId, ...asked.flatMap(home)])],
  };
};

/** What is begun, not ended, and has a question left. */
const listRunning = (
  db: InstitutionDatabase,
  learnerKey: string,
  courseId: string,
): Promise<Pick<AttemptRow, 'id' | 'kind' | 'contentId' | 'items' | 'startedAt'>[]> => {
  const { id, kind, contentId, items, startedAt } = attempts;
  const answered = sql`(select count(distinct ${responses.itemId}) from ${responses}
    where ${responses.institutionId} = ${attempts.institutionId} and ${responses.attemptId} = ${attempts.id})`;
  return db
    .select({ id, kind, contentId, items, startedAt })
    .from(attempts)
    .where(
      and(
        eq(attempts.institutionId, db.institutionId),
        eq(attempts.learnerKey, learnerKey),
        eq(attempts.courseId, courseId),
        isNull(attempts.finishedAt),
        sql`${answered} < cardinality(${attempts.items})`,
      ),
    )
    .orderBy(desc(attempts.startedAt));
};
