import { latentGain, linkMeanMean, linkStockingLord, mean, minimums } from '@puente/measurement';
import type { InstitutionDatabase } from '@puente/database';
import type { FormLink, Gain, SittingAnalysis } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import { answered, linkOf, type FormRecords } from './analyse-sitting.ts';
import { fitForm } from './fit-form.ts';
import { listSittingRecords, peopleBehind } from './list-sitting-records.ts';
import type { TakenForm } from './list-wave-records.ts';
import type { Pair } from './wave-gain.ts';

const attemptsAtOnce = 2000;

/**
 * The change on the scale of the response model: item parameters and the link come from the opening sitting that most
 * of the pairs took; each wave's mean is estimated with them.
 */
export const latentChange = async (
  db: InstitutionDatabase,
  catalogue: Catalogue,
  pairs: readonly Pair<TakenForm>[],
): Promise<Gain['latent']> => {
  if (pairs.length < minimums.gainPairs) return null;
  const opening = await findOpening(db, mostOf(pairs.map((pair) => pair.opening.sittingId)));
  if (!opening || opening.forms.some(({ model }) => model.kind !== 'rasch' && model.kind !== '2pl'))
    return null;
  const records = (await listSittingRecords(db, catalogue, opening.sittingId)).forms;
  const known = pairs.filter((pair) =>
    [pair.opening, pair.closing].every((taken) => records.some(({ form }) => form === taken.form)),
  );
  if (known.length < minimums.gainPairs) return null;
  const right = await listRightItems(
    db,
    known.flatMap((pair) => [pair.opening.attemptId, pair.closing.attemptId]),
  );
  const found = estimateChange(records, known, (taken, items) => {
    const own = right.get(taken.attemptId);
    const given = new Set(catalogue.forms.get(taken.form)?.items);
    return items.map((item) => (given.has(item) ? (own?.has(item) ? 1 : 0) : null));
  });
  return found && { ...found, people: peopleBehind(opening), pairs: known.length };
};

type Taken = Pick<TakenForm, 'form' | 'attemptId'>;
type PairedForms = { learnerKey: string } & Record<'opening' | 'closing', Taken>;
type Rows = (taken: Taken, items: readonly string[]) => (0 | 1 | null)[];

/**
 * The forms are fitted once more, which gives what the sitting's analysis stored, and with the answers at hand each
 * person's part in the parameters: their error is in the interval. Pure.
 */
export const estimateChange = (
  records: readonly FormRecords[],
  pairs: readonly PairedForms[],
  rowOf: Rows,
): Pick<NonNullable<Gain['latent']>, 'kind' | 'change' | 'interval'> | null => {
  const fits = records.map((form) => fitForm(form.right, mean(form.items.map(({ chance }) => chance))));
  const [kind] = fits.map(({ model }) => model.kind);
  if ((kind !== 'rasch' && kind !== '2pl') || fits.some(({ model }) => model.kind !== kind)) return null;
  const rows = new Map(pairs.map(({ learnerKey }, row) => [learnerKey, row]));
  // An anchor may have drifted between the forms: each form's items have columns of their own.
  const forms = records.map((form, place) => {
    const columns = form.items.flatMap((_, column) => (fits[place]!.items[column] ? [column] : []));
    return {
      form: form.form,
      ids: columns.map((column) => form.items[column]!.id),
      items: columns.map((column) => fits[place]!.items[column]!),
      matrix: form.right.map((row) => columns.map((column) => row[column]!)),
      rows: form.learnerKeys.map((learnerKey) => rows.get(learnerKey) ?? null),
    };
  });
  const link = linkOf(records, fits);
  const wave = (moment: 'opening' | 'closing') =>
    pairs.map((pair) =>
      forms.flatMap(({ form, ids }) =>
        form === pair[moment].form ? rowOf(pair[moment], ids) : ids.map(() => null),
      ),
    );
  const found = answered(() =>
    latentGain({
      forms,
      model: kind,
      waves: [wave('opening'), wave('closing')],
      ...(link && forms.length === 2 && { link: relink(link, forms[0]!.ids, forms[1]!.ids) }),
    }),
  );
  const [change] = found?.changes ?? [];
  return change ? { kind, change: change.change, interval: change.interval } : null;
};

/** The same link, by the same anchors, of parameters that moved. */
const relink = (
  { method, dropped }: FormLink,
  first: readonly string[],
  second: readonly string[],
): NonNullable<Parameters<typeof latentGain>[0]['link']> => {
  const kept = second.filter((item) => first.includes(item) && !dropped.includes(item));
  return (ofFirst, ofSecond) => {
    if (method === 'random-groups') return { A: 1, B: 0 };
    const link = method === 'mean-mean' ? linkMeanMean : linkStockingLord;
    return link(
      kept.map((item) => ofSecond[second.indexOf(item)]!),
      kept.map((item) => ofFirst[first.indexOf(item)]!),
    );
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
