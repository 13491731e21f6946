import { expect, test } from 'vitest';
import * as measurement from './index.ts';

test('every promised name is public', () => {
  const promised =
    'guessProbability cbmLevel cbmMark brierScore brierDecomposition calibrationCurve ' +
    'calibrationError calibrationBias auroc2 confidenceGain ' +
    'knowledgeGain hakeGain normalizedChange pairedEffect bootstrapInterval gainReliability ' +
    'matchedFlow ' +
    'itemStatistics cronbachAlpha standardErrorOfMeasurement distractorStatistics ' +
    'fitRasch fit2pl scoreEap scoreMap scoreWle linkMeanMean linkHaebara linkStockingLord ' +
    'dropDriftedAnchors latentMeans eloUpdate ' +
    'composite topK competitionRanks zones simulatePolicy weightSensitivity lotteryOrder ' +
    'mantelHaenszel purifiedDif fourFifths fisherExact ' +
    'responseTimeEffort seededRandom';
  const missing = promised
    .split(' ')
    .filter((name) => typeof measurement[name as keyof typeof measurement] !== 'function');
  expect(missing).toEqual([]);
});
