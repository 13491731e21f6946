import { and, eq, inArray, ne } from 'drizzle-orm';
import {
  selectionRounds,
  selectionRoundSittings,
  snapshots,
  type InstitutionDatabase,
} from '@puente/database';
import {
  roundSteps,
  type roundWarnings,
  type RoundDetail,
  type RoundSitting,
  type SelectionRound,
} from '@puente/schemas';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { findRanking } from './find-ranking.ts';
import { findSnapshot, type SnapshotFacts } from './find-snapshot.ts';
import { listRoundSittings } from './list-round-sittings.ts';

export type RoundRow = typeof selectionRounds.$inferSelect;
type Warning = (typeof roundWarnings)[number];

/** Under so many items over the courses, a form cannot name its seats. */
const itemsThatName = 100;

export const getRoundRow = async (
  db: InstitutionDatabase,
  roundId: string,
  lock = false,
): Promise<RoundRow> => {
  const query = db
    .select()
    .from(selectionRounds)
    .where(and(eq(selectionRounds.institutionId, db.institutionId), eq(selectionRounds.id, roundId)));
  const [round] = lock ? await query.for('update') : await query;
  if (!round) throw new NotFound('selection round');
  return round;
};

/** A round: where it stands, what it rests on, what the evidence can bear. */
export const getSelectionRound = async (
  db: InstitutionDatabase,
  roundId: string,
  context: Context,
): Promise<RoundDetail> => {
  const round = await getRoundRow(db, roundId);
  const sittings = await listRoundSittings(db, context, roundId);
  const snapshot = await findSnapshot(db, roundId);
  const ranking = snapshot ? undefined : await findRanking(db, roundId);
  const frozen = snapshot ?? ranking;
  return {
    round: showRound(round, frozen !== undefined),
    steps: stepsOf(
      sittings.every((sitting) => sitting.settled),
      snapshot !== undefined,
      round.resultsPublishedAt !== null,
    ),
    sittings,
    warnings: [
      ...warningsOf(sittings, snapshot),
      ...((await isUsedElsewhere(db, roundId, sittings)) ? (['sitting_used_before'] as const) : []),
    ],
    snapshot: frozen
      ? {
          id: frozen.id,
          sha256: frozen.sha256,
          rule: frozen.rule,
          frozenAt: frozen.frozenAt.toISOString(),
          bytes: frozen.bytes,
        }
      : null,
    ranking: ranking
      ? { drawsDone: ranking.drawsDone, draws: ranking.draws, failed: ranking.failure !== null }
      : null,
    summary: snapshot?.summary ?? null,
  };
};

export const showRound = (round: RoundRow, frozen: boolean): SelectionRound => ({
  id: round.id,
  name: round.name,
  seats: round.seats,
  reserves: round.reserves,
  policy: round.policy,
  state: round.resultsPublishedAt ? 'published' : frozen ? 'frozen' : 'prepared',
  createdAt: round.createdAt.toISOString(),
  resultsPublishedAt: round.resultsPublishedAt?.toISOString() ?? null,
});

const stepsOf = (settled: boolean, frozen: boolean, published: boolean): RoundDetail['steps'] => {
  const done = 1 + Number(settled || frozen) + Number(frozen) + 2 * Number(published);
  return roundSteps.map((id, index) => ({
    id,
    state: index < done ? 'done' : index === done ? 'current' : 'waiting',
  }));
};

/** Once frozen, the snapshot says what the round rests on; before, its sittings do. */
const warningsOf = (sittings: readonly RoundSitting[], snapshot: SnapshotFacts | undefined): Warning[] => {
  const evidence =
    snapshot?.sittings ??
    sittings.map((sitting) => ({
      ...sitting,
      proctored: sitting.proctored && sitting.recordGaps.length === 0,
    }));
  const forms = new Map(
    sittings.flatMap((sitting) => sitting.forms.map((form) => [form, sitting.items / sitting.forms.length])),
  );
  const items = snapshot?.summary.items ?? [...forms.values()].reduce((sum, count) => sum + count, 0);
  const alpha = snapshot?.summary.alpha ?? 1;
  const warnings: [boolean, Warning][] = [
    [true, 'demonstration_rule'],
    [evidence.some((sitting) => !sitting.proctored), 'unproctored'],
    [evidence.some((sitting) => sitting.demonstration), 'demonstration_bank'],
    [items < itemsThatName, 'few_items'],
    [alpha < 0.85, 'reliability_under_85'],
    [alpha >= 0.85 && alpha < 0.9, 'reliability_under_90'],
    [snapshot !== undefined && snapshot.summary.tiesAtCut > snapshot.summary.seatsForTied, 'ties_at_cut'],
    [snapshot?.synthetic ?? false, 'synthetic'],
  ];
  return warnings.flatMap(([holds, warning]) => (holds ? [warning] : []));
};

const isUsedElsewhere = async (
  db: InstitutionDatabase,
  roundId: string,
  sittings: readonly RoundSitting[],
): Promise<boolean> => {
  if (sittings.length === 0) return false;
  const others = await db
    .select({ id: snapshots.id })
    .from(selectionRoundSittings)
    .innerJoin(
      snapshots,
      and(
        eq(snapshots.institutionId, selectionRoundSittings.institutionId),
        eq(snapshots.roundId, selectionRoundSittings.roundId),
      ),
    )
    .where(
      and(
        eq(selectionRoundSittings.institutionId, db.institutionId),
        ne(selectionRoundSittings.roundId, roundId),
        inArray(
          selectionRoundSittings.sittingId,
          sittings.map((sitting) => sitting.id),
        ),
      ),
    )
    .limit(1);
  return others.length > 0;
};
