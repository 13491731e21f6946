import { latentMeans, minimums, type ItemParameters } from '@puente/measurement';
import type { InstitutionDatabase } from '@puente/database';
import type { Gain, SittingAnalysis } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import { answered } from './analyse-sitting.ts';
import { peopleBehind } from './list-sitting-records.ts';
import type { TakenForm } from './list-wave-records.ts';
import type { Pair } from './wave-gain.ts';

const attemptsAtOnce = 2000;

/**
 * The change on the scale of the response model: item parameters and the link come from the opening sitting that most
 * of the pairs took, and stay fixed; each wave's mean is estimated with them.
 */
export const latentChange = async (
  db: InstitutionDatabase,
  catalogue: Catalogue,
  pairs: readonly Pair<TakenForm>[],
): Promise<Gain['latent']> => {
  if (pairs.length < minimums.gainPairs) return null;
  const opening = await findOpening(db, mostOf(pairs.map((pair) => pair.opening.sittingId)));
  if (!opening) return null;
  // An anchor may have drifted between the forms: each form's items have columns of their own.
  const columns = new Map<string, number>();
  const parameters: ItemParameters[] = [];
  for (const { form, items, model } of opening.forms) {
    if (model.kind !== 'rasch' && model.kind !== '2pl') return null;
    for (const item of items) {
      if (!item.model) continue;
      columns.set(`${form}/${item.itemId}`, parameters.length);
      const { difficulty, discrimination } = item.model;
      parameters.push({
        difficulty,
        discrimination,
        ...(model.guessing > 0 && { guessing: model.guessing }),
      });
    }
  }
  const known = pairs.filter((pair) =>
    [pair.opening, pair.closing].every((taken) => opening.forms.some(({ form }) => form === taken.form)),
  );
  if (known.length < minimums.gainPairs || parameters.length === 0) return null;
  const right = await listRightItems(
    db,
    known.flatMap((pair) => [pair.opening.attemptId, pair.closing.attemptId]),
  );
  const rowOf = ({ form, attemptId }: TakenForm) => {
    const row: (0 | 1 | null)[] = parameters.map(() => null);
    const own = right.get(attemptId);
    for (const item of catalogue.forms.get(form)?.items ?? []) {
      const column = columns.get(`${form}/${item}`);
      if (column !== undefined) row[column] = own?.has(item) ? 1 : 0;
    }
    return row;
  };
  const found = answered(() =>
    latentMeans(
      [known.map((pair) => rowOf(pair.opening)), known.map((pair) => rowOf(pair.closing))],
      parameters,
    ),
  );
  const [change] = found?.changes ?? [];
  const [{ model }] = opening.forms as [SittingAnalysis['forms'][number]];
  if (!change || (model.kind !== 'rasch' && model.kind !== '2pl')) return null;
  return {
    kind: model.kind,
    people: peopleBehind(opening),
    pairs: known.length,
    change: change.change,
    interval: change.interval,
  };
};

const mostOf = (values: readonly string[]): string =>
  [...Map.groupBy(values, (value) => value)].sort(
    ([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1),
  )[0]![0];

const findOpening = async (
  db: InstitutionDatabase,
  sittingId: string,
): Promise<SittingAnalysis | undefined> => {
  const { rows } = await db.$client.query<{ document: SittingAnalysis | null }>(
    'select document from sitting_analyses where institution_id = $1 and sitting_id = $2',
    [db.institutionId, sittingId],
  );
  return rows[0]?.document ?? undefined;
};

const listRightItems = async (
  db: InstitutionDatabase,
  attemptIds: readonly string[],
): Promise<Map<string, Set<string>>> => {
  const right = new Map<string, Set<string>>();
  for (let from = 0; from < attemptIds.length; from += attemptsAtOnce) {
    const { rows } = await db.$client.query<{ attemptId: string; items: string[] }>(
      `select attempt_id as "attemptId", array_agg(item_id) as items from counted_responses
       where institution_id = $1 and attempt_id = any($2::uuid[]) and fraction = 1 group by attempt_id`,
      [db.institutionId, attemptIds.slice(from, from + attemptsAtOnce)],
    );
    for (const { attemptId, items } of rows) right.set(attemptId, new Set(items));
  }
  return right;
};
