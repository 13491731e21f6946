export { minimums } from './minimums.ts';
export { seededRandom, type SeededRandom } from './seeded-random.ts';
export {
  correlationInterval,
  tInterval,
  wilsonInterval,
  type Interval,
  type MeanEstimate,
} from './intervals.ts';
export { clusteredShareInterval, type ShareCluster } from './clustered-share.ts';
export { mean, standardDeviation, variance, correlation } from './moments.ts';

export { guessProbability, type GuessableItem } from './guess-probability.ts';
export { cbmLevel, cbmMark, type CbmLevel } from './certainty-based-marking.ts';
export {
  brierDecomposition,
  brierScore,
  type BrierDecomposition,
  type ObservedForecast,
} from './brier-score.ts';
export { calibrationBias, calibrationBiasEstimate } from './calibration-bias.ts';
export { calibrationCurve, type CalibrationBin } from './calibration-curve.ts';
export { calibrationError } from './calibration-error.ts';
export { auroc2, auroc2Interval, type ConfidenceCounts } from './auroc2.ts';
export {
  confidenceCell,
  confidenceMoves,
  confidenceTable,
  SURE,
  type ConfidenceCell,
  type ConfidenceTable,
} from './confidence-table.ts';
export { confidenceSummary, type ConfidenceSummary } from './confidence-summary.ts';
export { confidenceGain, type Change, type ConfidenceGain, type ConfidencePair } from './confidence-gain.ts';

export { knowledgeGain, type GainPair, type KnowledgeGain, type OrderGain } from './knowledge-gain.ts';
export { gainEffect, type GainEffect } from './gain-effect.ts';
export {
  gainBeyondComparison,
  retestEffect,
  selfEfficacyGain,
  type AnchoredGain,
  type ComparedGain,
  type SelfEfficacyGain,
  type SelfEfficacyRecord,
} from './gain-comparisons.ts';
export { hakeBand, hakeGain, hakeGainInterval, normalizedChange } from './hake-gain.ts';
export { pairedEffect, type PairedEffect } from './paired-effect.ts';
export { bootstrapInterval, type BootstrapOptions } from './bootstrap-interval.ts';
export { gainReliability } from './gain-reliability.ts';
export { matchedFlow, type MatchedFlow, type OpeningDifference, type WaveRecord } from './matched-flow.ts';

export { constantColumns, type ResponseMatrix } from './response-matrix.ts';
export {
  itemStatistics,
  type ConstantItem,
  type ItemAdvice,
  type ItemStatistics,
} from './item-statistics.ts';
export { distractorStatistics, type DistractorStatistics } from './distractor-statistics.ts';
export { cronbachAlpha, cronbachAlphaInterval } from './cronbach-alpha.ts';
export {
  standardErrorOfMeasurement,
  standardErrorOfMeasurementInterval,
} from './standard-error-of-measurement.ts';
export { kelleyEstimate, type TrueScoreEstimate } from './kelley-estimate.ts';

export { rightProbability, testInformation, type ItemParameters } from './item-parameters.ts';
export {
  fit2pl,
  type DiscriminationPrior,
  type FitOptions,
  type FittedItem,
  type FittedModel,
} from './fit-2pl.ts';
export { fitRasch } from './fit-rasch.ts';
export { scoreEap, scoreMap, scoreWle, type AbilityEstimate, type AbilityPrior } from './score-ability.ts';
export {
  linkHaebara,
  linkMeanMean,
  linkRandomGroups,
  linkStockingLord,
  transformItem,
  type Anchor,
  type Link,
} from './link-forms.ts';
export { dropDriftedAnchors, type AnchorEstimate, type KeptAnchors } from './drop-drifted-anchors.ts';
export { latentMeans, type LatentChange, type LatentMeans, type LatentWave } from './latent-means.ts';
export { latentGain, type CalibratedForm } from './latent-gain.ts';
export { eloUpdate, type EloState } from './elo-update.ts';

export { composite, type Composite, type CompositeCandidate, type CompositeScore } from './composite.ts';
export { weightSensitivity, type WeightChange } from './weight-sensitivity.ts';
export { competitionRanks, roundedScore } from './competition-ranks.ts';
export {
  topK,
  topKSteps,
  type RankEstimate,
  type TopKInput,
  type TopKProgress,
  type TopKResult,
} from './top-k.ts';
export { zones, type Zone, type ZoneCandidate, type ZonedCandidate } from './zones.ts';
export {
  policyVerdict,
  simulatePolicy,
  simulatePolicySteps,
  type PolicyComponent,
  type PolicyProgress,
  type PolicySimulation,
  type PolicySimulationInput,
  type PolicyVerdict,
} from './simulate-policy.ts';
export { lotteryDigest, lotteryOrder, type Lottery } from './lottery-order.ts';
export { sha256 } from './sha256.ts';
export { mantelHaenszel, type DifTable, type EtsClass, type MantelHaenszel } from './mantel-haenszel.ts';
export { purifiedDif, type DifGroup, type PurifiedDif } from './purified-dif.ts';
export { fourFifths, type FourFifthsResult, type SelectedGroup } from './four-fifths.ts';
export { fisherExact, type TwoByTwo } from './fisher-exact.ts';

export {
  rapidGuessThreshold,
  responseTimeEffort,
  type PersonEffort,
  type ResponseTimeEffort,
} from './response-time-effort.ts';
