import { readFileSync } from 'node:fs';
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

test('every function says what it means, how, of what shape and unit, in what range, what it refuses, whence', () => {
  const here = (file: string) => readFileSync(new URL(`./${file}`, import.meta.url), 'utf8');
  const exported = [...here('index.ts').matchAll(/export \{([^}]*)\} from '\.\/([^']+)'/g)].flatMap(
    ([, names, file]) =>
      names!
        .split(',')
        .map((name) => name.trim())
        .filter((name) => typeof measurement[name as keyof typeof measurement] === 'function')
        .map((name) => ({ name, file: file! })),
  );
  expect(exported.map(({ name }) => name).toSorted()).toEqual(
    Object.keys(measurement)
      .filter((name) => typeof measurement[name as keyof typeof measurement] === 'function')
      .toSorted(),
  );
  const silent = exported.flatMap(({ name, file }) => {
    const source = here(file);
    const before = source.slice(0, source.search(new RegExp(`^export function\\*? ${name}\\b`, 'm')));
    const comment = before.slice(before.lastIndexOf('/**'));
    const meaning = /^\/\*\*\n \* \S.{15,}/.test(comment) && /\*\/\s*$/.test(comment);
    const missing = ['formula|rule', 'shapes', 'units', 'range', 'errors', 'source'].filter(
      (word) => !new RegExp(`\\b(${word})\\b`, 'i').test(comment),
    );
    return meaning && missing.length === 0 ? [] : [`${name}: ${meaning ? missing.join(' ') : 'no comment'}`];
  });
  expect(silent).toEqual([]);
});
