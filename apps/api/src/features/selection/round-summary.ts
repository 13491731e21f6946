import { roundedScore } from '@puente/measurement';
import type { RoundSummary } from '@puente/schemas';
import { reliabilityOf, type RankedEntry, type SnapshotFile } from './rules/selection-v0.ts';

type Entry = Pick<RankedEntry, 'score' | 'probability' | 'zone'>;

/** What the frozen evidence can bear, in figures. Pure. */
export const roundSummary = (file: SnapshotFile, entries: readonly Entry[]): RoundSummary => {
  const { seats } = file.policy;
  const { cutScore, tiesAtCut, seatsForTied } = cutOf(entries, seats);
  const count = (zone: Entry['zone']) => entries.filter((entry) => entry.zone === zone).length;
  const cut = roundedScore(cutScore);
  const sum = (chosen: readonly Entry[]) => chosen.reduce((total, entry) => total + entry.probability, 0);
  const above = sum(entries.filter((entry) => roundedScore(entry.score) > cut));
  const atCut = sum(entries.filter((entry) => roundedScore(entry.score) === cut));
  return {
    candidates: entries.length,
    leftOut: file.leftOut.length,
    ...reliabilityOf(file),
    cutScore,
    tiesAtCut,
    seatsForTied,
    in: count('in'),
    inZone: count('review'),
    out: count('out'),
    openSeats: seats - count('in'),
    expectedRight: above + (atCut * seatsForTied) / tiesAtCut,
  };
};

/** The score of who sits last when seats go by score, and how many share it. */
export const cutOf = (entries: readonly Pick<Entry, 'score'>[], seats: number) => {
  const scores = entries.map((entry) => entry.score).sort((a, b) => b - a);
  const cutScore = scores[Math.min(seats, scores.length) - 1]!;
  const cut = roundedScore(cutScore);
  const above = scores.filter((score) => roundedScore(score) > cut).length;
  return {
    cutScore,
    tiesAtCut: scores.filter((score) => roundedScore(score) === cut).length,
    seatsForTied: seats - above,
  };
};
