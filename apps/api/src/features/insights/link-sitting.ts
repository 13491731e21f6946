import {
  dropDriftedAnchors,
  linkMeanMean,
  linkRandomGroups,
  linkStockingLord,
  type AnchorEstimate,
  type Link,
} from '@puente/measurement';
import type { FormLink } from '@puente/schemas';

export interface FittedForm {
  form: string;
  kind: 'rasch' | '2pl';
  items: Map<string, AnchorEstimate>;
}

/**
 * The link from one form of an opening sitting to the other, by the anchors that stay. With fewer than four the lot
 * that assigned the forms links them: both groups have the same abilities. Pure.
 */
export const linkForms = (from: FittedForm, to: FittedForm): FormLink => {
  const shared = [...to.items.keys()].filter((item) => from.items.has(item));
  const ofForm = ({ items }: FittedForm, ids: readonly string[]) => ids.map((id) => items.get(id)!);
  const method = from.kind === 'rasch' ? 'mean-mean' : 'stocking-lord';
  const link = method === 'mean-mean' ? linkMeanMean : linkStockingLord;
  const names = { from: from.form, to: to.form };
  const byChance = (dropped: string[], anchors: number): FormLink => ({
    ...names,
    method: 'random-groups',
    ...linkRandomGroups({ mean: 0, sd: 1 }, { mean: 0, sd: 1 }),
    anchors,
    dropped,
  });
  if (shared.length < 2) return byChance([], shared.length);
  try {
    const anchors = dropDriftedAnchors(ofForm(from, shared), ofForm(to, shared), link);
    const kept = anchors.kept.map((place) => shared[place]!);
    const dropped = anchors.dropped.map((place) => shared[place]!);
    if (!anchors.enough) return byChance(dropped, kept.length);
    const found: Link = link(ofForm(from, kept), ofForm(to, kept));
    return { ...names, method, ...found, anchors: kept.length, dropped };
  } catch (error) {
    if (error instanceof RangeError) return byChance([], shared.length);
    throw error;
  }
};

const leakedBy = 0.3;
const standardErrors = 2.58;

/**
 * Which items are easier than in an earlier term by more than .3 and beyond error, once both sittings stand on one
 * scale. Undefined for an item that the earlier one does not have, or where fewer than four anchors link them. Pure.
 */
export const findLeaked = (
  now: ReadonlyMap<string, AnchorEstimate>,
  then: ReadonlyMap<string, AnchorEstimate>,
): Map<string, boolean> => {
  const shared = [...now.keys()].filter((item) => then.has(item));
  const leaked = new Map<string, boolean>();
  if (shared.length < 4) return leaked;
  const [before, after] = [shared.map((item) => then.get(item)!), shared.map((item) => now.get(item)!)];
  try {
    const { kept, enough } = dropDriftedAnchors(before, after);
    if (!enough) return leaked;
    const { A, B } = linkMeanMean(
      kept.map((place) => before[place]!),
      kept.map((place) => after[place]!),
    );
    shared.forEach((item, place) => {
      const shift = after[place]!.difficulty - (A * before[place]!.difficulty + B);
      const error = Math.hypot(after[place]!.se, A * before[place]!.se);
      leaked.set(item, shift < -leakedBy && shift < -standardErrors * error);
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return leaked;
};
