import { calibrationCurve, minimums } from '@puente/measurement';
import { confidenceProbabilities, type Calibration } from '@puente/schemas';
import { matchedPairs } from './wave-gain.ts';
import type { LevelCount, TakenForm, WaveRecords } from './list-wave-records.ts';

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
  const dots = (wave: TakenForm[]) =>
    calibrationDots(
      wave.filter((record) => !onlyPairs || paired.has(record.learnerKey)).flatMap((record) => record.levels),
    );
  return { of: onlyPairs ? 'pairs' : 'all', opening: dots(opening), closing: dots(closing) };
};

/** Five dots, one per level; a level under ten responses has none of its shares. Pure. */
export const calibrationDots = (counts: readonly LevelCount[]): Dot[] =>
  confidenceProbabilities.map((probability, level): Dot => {
    const rows = counts.filter((row) => row.level === level);
    const responses = rows.reduce((sum, row) => sum + row.responses, 0);
    const forecast = probability ?? rows[0]?.confidence ?? assessmentGuess;
    const y = rows.flatMap((row) =>
      Array.from({ length: row.responses }, (_, index) => (index < row.right ? 1 : 0)),
    );
    const [bin] =
      y.length > 0
        ? calibrationCurve(
            y,
            y.map(() => forecast),
          )
        : [];
    return {
      level,
      forecast,
      responses,
      observed: bin?.enough ? bin.observed : null,
      interval: bin?.enough ? bin.interval : null,
    };
  });
