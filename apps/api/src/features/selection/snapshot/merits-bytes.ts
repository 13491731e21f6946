import type { ChanceV1, RankedV1 } from '../rules/selection-v1.ts';
import { snapshotBytes } from '../snapshot-bytes.ts';

/** Ranks, intervals and zones as one file: what the verifier recomputes from a snapshot, byte by byte. */
export const meritsBytes = (
  snapshot: string,
  ranked: readonly RankedV1[],
  chances: readonly ChanceV1[],
): { text: string; sha256: string } =>
  snapshotBytes({
    format: 'selection/v1 merits',
    snapshot,
    candidates: ranked.map((candidate, index) => ({ ...candidate, ...chances[index]! })),
  });
