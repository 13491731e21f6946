import type { Evidence } from '@puente/schemas';
import { cutOf } from '../round-summary.ts';
import { roundedScore } from '@puente/measurement';
import {
  listsOf,
  sensitivityOf,
  type ChanceV1,
  type RankingV1,
  type SnapshotV1,
} from '../rules/selection-v1.ts';

/** What the frozen evidence can bear, in figures; zones once they are known. Pure. */
export const evidenceOf = (
  file: SnapshotV1,
  ranking: RankingV1,
  chances: readonly ChanceV1[] | null,
): Evidence => {
  const { figures, ranked } = ranking;
  return {
    candidates: ranked.length,
    leftOut: file.leftOut.length,
    makeUps: ranked.filter((candidate) => candidate.makeUp).length,
    items: figures.components.reduce((sum, component) => sum + component.items, 0),
    reliability: figures.reliability,
    sem: figures.sem,
    compositeSd: figures.compositeSd,
    components: figures.components,
    sensitivity: sensitivityOf(file, ranking),
    lists: listsOf(file)
      .filter((list) => list.members.length > 0)
      .map(({ campusId, seats, members }) => {
        const scores = members.map((index) => ({ score: ranked[index]!.score }));
        const { cutScore, tiesAtCut, seatsForTied } = cutOf(scores, seats);
        const cut = roundedScore(cutScore);
        const count = (zone: ChanceV1['zone']) =>
          members.filter((index) => chances![index]!.zone === zone).length;
        const chancesWhere = (holds: (score: number) => boolean) =>
          members.reduce(
            (sum, index) =>
              sum + (holds(roundedScore(ranked[index]!.score)) ? chances![index]!.probability : 0),
            0,
          );
        return {
          campusId,
          campusName: null,
          candidates: members.length,
          seats,
          cutScore,
          tiesAtCut,
          seatsForTied: Math.min(tiesAtCut, seatsForTied),
          zones: chances && {
            in: count('in'),
            review: count('review'),
            out: count('out'),
            openSeats: seats - count('in'),
          },
          expectedRight:
            chances &&
            chancesWhere((score) => score > cut) +
              (chancesWhere((score) => score === cut) * Math.min(tiesAtCut, seatsForTied)) / tiesAtCut,
        };
      }),
  };
};
