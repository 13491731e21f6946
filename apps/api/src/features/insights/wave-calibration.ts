import { clusteredShareInterval, minimums } from '@puente/measurement';
import { confidenceProbabilities, type Calibration } from '@puente/schemas';
import { answered } from './analyse-sitting.ts';
import { matchedPairs } from './wave-gain.ts';
import type { TakenForm, WaveRecords } from './list-wave-records.ts';

type Dot = Calibration['opening'][number];

/** What "guess" means with the four options that every assessment item has. */
const assessmentGuess = 0.25;

/** How confidence matched correctness before and after, in the same people as soon as there are ten pairs. Pure. */
export const waveCalibration = ({
  opening,
  closing,
}: Pick<WaveRecords, 'opening' | 'closing'>): Calibration => {
  const pairs = matchedPairs(opening, closing);
  const paired = new Set(pairs.map((pair) => pair.learnerKey));
  const onlyPairs = pairs.length >= minimums.gainPairs;
  const dots = (wave: readonly TakenForm[]) =>
    calibrationDots(wave.filter((record) => !onlyPairs || paired.has(record.learnerKey)));
  return { of: onlyPairs ? 'pairs' : 'all', opening: dots(opening), closing: dots(closing) };
};

/**
 * Five dots, one per level; a level under ten responses has none of its shares. Answers of one learner go together,
 * and the interval says so. Pure.
 */
export const calibrationDots = (wave: readonly Pick<TakenForm, 'levels'>[]): Dot[] =>
  confidenceProbabilities.map((probability, level): Dot => {
    const rows = wave.flatMap(({ levels }) => levels.filter((row) => row.level === level));
    const sum = (of: 'responses' | 'right') => rows.reduce((total, row) => total + row[of], 0);
    const responses = sum('responses');
    const interval =
      responses < minimums.binResponses
        ? null
        : answered(() =>
            clusteredShareInterval(rows.map((row) => ({ right: row.right, count: row.responses }))),
          );
    return {
      level,
      forecast: probability ?? rows[0]?.confidence ?? assessmentGuess,
      responses,
      observed: interval && sum('right') / responses,
      interval,
    };
  });
