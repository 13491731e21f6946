import { and, eq } from 'drizzle-orm';
import { selectionRounds, shortlistEntries, type InstitutionDatabase } from '@puente/database';
import type { Standing } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { findSnapshot } from './find-snapshot.ts';

/** A student's own place in a published round, explained from its inputs. P(top K) is staff's alone. */
export const getStanding = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  { catalogue }: Context,
): Promise<Standing> => {
  const learnerKey = learnerKeyOf(actor);
  const [round] = await db
    .select()
    .from(selectionRounds)
    .where(and(eq(selectionRounds.institutionId, db.institutionId), eq(selectionRounds.id, roundId)));
  const snapshot = round?.resultsPublishedAt ? await findSnapshot(db, roundId) : undefined;
  if (!round?.resultsPublishedAt || !snapshot) throw new NotFound('standing');
  const [own] = await db
    .select()
    .from(shortlistEntries)
    .where(
      and(
        eq(shortlistEntries.institutionId, db.institutionId),
        eq(shortlistEntries.snapshotId, snapshot.id),
        eq(shortlistEntries.learnerKey, learnerKey),
      ),
    );
  if (!own) throw new NotFound('standing');
  const { summary, policy } = snapshot;
  const titleOf = (courseId: string) =>
    catalogue.courses.find((course) => course.id === courseId)?.title ?? { es: courseId, en: courseId };
  const courses = [...Map.groupBy(snapshot.forms, (form) => form.courseId)].map(([id, forms]) => ({
    id,
    title: titleOf(id),
    items: forms.reduce((sum, form) => sum + form.items, 0),
  }));
  return {
    roundId,
    name: round.name,
    publishedAt: round.resultsPublishedAt.toISOString(),
    seats: round.seats,
    reserves: round.reserves,
    candidates: summary.candidates,
    measured: {
      courses,
      items: summary.items,
      unproctored: snapshot.sittings.some((sitting) => !sitting.proctored),
      demonstrationBank: snapshot.sittings.some((sitting) => sitting.demonstration),
      synthetic: snapshot.synthetic,
    },
    code: own.code,
    score: own.score,
    scorePercent: (100 * own.score) / summary.items,
    rankLow: own.rankLow,
    rankHigh: own.rankHigh,
    cutScore: summary.cutScore,
    zone: own.zone,
    zones: { in: summary.in, review: summary.inZone, out: summary.out, openSeats: summary.openSeats },
    missing: missingAnswers(own.score, summary.cutScore),
    explained: {
      rule: policy.rule,
      mean: summary.mean,
      sd: summary.sd,
      alpha: summary.alpha,
      sem: summary.sem,
      estimate: own.estimate,
      standardError: own.standardError,
      draws: policy.draws,
      seed: policy.seed,
    },
    sha256: snapshot.sha256,
  };
};

/** How many more right answers would have reached the cut. Scores are compared to six decimals, as the ranks are. */
export const missingAnswers = (score: number, cutScore: number): number =>
  Math.max(0, Math.ceil(cutScore - score - 1e-6));
