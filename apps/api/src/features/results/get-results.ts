import { and, asc, eq, inArray } from 'drizzle-orm';
import { scoreResponse } from '@puente/content/server';
import { attempts, institutions, responses, sittings, type InstitutionDatabase } from '@puente/database';
import { calibrationBiasEstimate, calibrationCurve } from '@puente/measurement';
import type { Language, Results, SittingResult } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { byConcept, isEspejismo } from '../attempts/concept-state.ts';
import { listLearnerHistory, type HistoryEntry } from '../attempts/learner-history.ts';
import { countedResponse } from '../insights/counted-response.ts';
import { listResultHours } from '../selection/list-result-hours.ts';
import { sittingStateAt } from '../sittings/sitting-state.ts';

/** Under this many answers a figure about a person says "too little data". */
const enough = 10;

/** A student's own mirror, from practice and cases, and own sittings by objective. */
export const getResults = async (
  db: InstitutionDatabase,
  actor: Actor,
  language: Language,
  context: Context,
): Promise<Results> => {
  const learnerKey = learnerKeyOf(actor);
  const [institution] = await db
    .select({ passMark: institutions.passMark })
    .from(institutions)
    .where(eq(institutions.id, db.institutionId));
  const history = await listLearnerHistory(db, context.catalogue, learnerKey);
  return {
    passMark: institution!.passMark,
    mirror: mirrorOf(history, language, context),
    sittings: await listSittingResults(db, learnerKey, language, context),
  };
};

const mirrorOf = (
  history: readonly HistoryEntry[],
  language: Language,
  { catalogue }: Context,
): Results['mirror'] => {
  const right = history.map((entry) => (entry.fraction === 1 ? 1 : 0));
  const meant = history.map((entry) => entry.confidence);
  const bias = history.length >= enough ? calibrationBiasEstimate(right, meant) : null;
  return {
    responses: history.length,
    bias: bias && bias.mean,
    biasInterval: bias && bias.interval,
    dots: [0, 1, 2, 3, 4].map((level) => dotOf(level, history)),
    espejismos: history.filter(isEspejismo).length,
    concepts: [...byConcept(history)]
      .map(([id, entries]) => ({
        id,
        title: catalogue.concepts.get(id)?.title[language] ?? id,
        responses: entries.length,
        right: entries.filter((entry) => entry.fraction === 1).length,
        espejismos: entries.filter(isEspejismo).length,
      }))
      .sort((a, b) => b.espejismos - a.espejismos || b.responses - a.responses || (a.id < b.id ? -1 : 1)),
  };
};

const meanProbability = [0.25, 0.5, 0.7, 0.85, 0.97];

/** One confidence level as a dot; level 0 pools items whose guess probabilities differ, so its forecast is a mean. */
const dotOf = (level: number, history: readonly HistoryEntry[]): Results['mirror']['dots'][number] => {
  const entries = history.filter((entry) => entry.confidenceLevel === level);
  const forecast = entries.length
    ? entries.reduce((sum, entry) => sum + entry.confidence, 0) / entries.length
    : meanProbability[level]!;
  if (entries.length === 0) return { level, forecast, responses: 0, observed: null, interval: null };
  const [bin] = calibrationCurve(
    entries.map((entry) => (entry.fraction === 1 ? 1 : 0)),
    entries.map(() => forecast),
    { minCount: enough },
  );
  return {
    level,
    forecast,
    responses: entries.length,
    observed: bin?.enough ? bin.observed : null,
    interval: bin?.enough ? [bin.interval[0], bin.interval[1]] : null,
  };
};

const listSittingResults = async (
  db: InstitutionDatabase,
  learnerKey: string,
  language: Language,
  { catalogue, now }: Context,
): Promise<SittingResult[]> => {
  const taken = await db
    .select({ attempt: attempts, sitting: sittings })
    .from(attempts)
    .innerJoin(
      sittings,
      and(eq(sittings.institutionId, attempts.institutionId), eq(sittings.id, attempts.sittingId)),
    )
    .where(and(eq(attempts.institutionId, db.institutionId), eq(attempts.learnerKey, learnerKey)))
    .orderBy(asc(attempts.startedAt));
  if (taken.length === 0) return [];
  const rows = await db
    .select()
    .from(responses)
    .where(
      and(
        eq(responses.institutionId, db.institutionId),
        inArray(
          responses.attemptId,
          taken.map(({ attempt }) => attempt.id),
        ),
      ),
    );
  const byAttempt = Map.groupBy(rows, (row) => row.attemptId);
  const hours = await listResultHours(
    db,
    taken.map(({ sitting }) => sitting.id),
    now,
  );

  return taken.map(({ attempt, sitting }) => {
    const given = byAttempt.get(attempt.id) ?? [];
    const over = attempt.finishedAt !== null || (attempt.closesAt !== null && attempt.closesAt < now);
    const state = sittingStateAt(sitting, now);
    // The opening form ends in its map at once; one that a round selects by waits for the hour of everybody; any
    // other that carries a mark, for the release.
    const hour = hours.get(sitting.id);
    const out = hour === undefined ? state === 'released' : hour === 'out';
    const visible = over && (attempt.wave === 'opening' || out);
    const fractions = new Map<string, number>();
    for (const [itemId, group] of Map.groupBy(given, (row) => row.itemId)) {
      const item = catalogue.items.get(itemId);
      const counted = countedResponse('sitting', group);
      if (item && counted) fractions.set(itemId, scoreResponse(item, counted.answer));
    }
    const right = attempt.items.reduce((sum, id) => sum + (fractions.get(id) ?? 0), 0);
    const scorePercent = (100 * right) / attempt.items.length;
    const marked = visible && attempt.wave !== 'opening';
    const course = catalogue.getCourse(attempt.courseId);
    return {
      sittingId: sitting.id,
      attemptId: attempt.id,
      courseId: course.id,
      courseTitle: course.title[language],
      wave: sitting.wave,
      takenAt: attempt.startedAt.toISOString(),
      state: visible ? 'visible' : over ? 'waiting' : 'running',
      right: marked ? right : null,
      items: attempt.items.length,
      scorePercent: marked ? scorePercent : null,
      grade: marked ? scorePercent * 0.2 : null,
      objectives: course.objectives.flatMap((objective) => {
        const own = attempt.items.filter((id) => {
          const item = catalogue.items.get(id);
          return item && 'objective' in item && item.objective === objective.id;
        });
        if (own.length === 0) return [];
        const sum = own.reduce((total, id) => total + (fractions.get(id) ?? 0), 0);
        return [
          {
            id: objective.id,
            text: objective.text[language],
            items: own.length,
            right: visible ? sum : null,
          },
        ];
      }),
      receipts: given.length,
    };
  });
};
