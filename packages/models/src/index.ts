export { dormandPrince, type AdaptiveProblem } from './dormand-prince.ts';
export { evenTimes, type Derivatives, type Trajectory } from './trajectory.ts';

export { nernstPotentialMillivolts, thermalVoltageMillivolts, type IonGradient } from './nernst-potential.ts';
export {
  goldmanPotentialMillivolts,
  restingMuscleFibre,
  type GoldmanMembrane,
  type PermeantIon,
} from './goldman-potential.ts';
export {
  calciumShiftMillivolts,
  readySodiumFraction,
  relativeConductionVelocity,
  sodiumAvailability,
} from './sodium-availability.ts';

export {
  gateSpeed,
  ionicCurrents,
  squidAxon,
  steadyGates,
  stimulateAxon,
  type AxonConditions,
  type AxonExperiment,
  type AxonRecord,
  type CurrentPulse,
} from './hodgkin-huxley.ts';
export {
  findSecondImpulseCurrent,
  findThresholdDisplacement,
  readActionPotential,
  type ActionPotential,
} from './action-potential.ts';
export { conductImpulse, type Fibre } from './saltatory-conduction.ts';

export { oxygenPressureMmHg, oxygenSaturation, p50MmHg, type BloodConditions } from './oxygen-saturation.ts';
export {
  mixedVenousOxygen,
  oxygenContentMlPerDL,
  type Circulation,
  type OxygenatedBlood,
} from './oxygen-content.ts';
export { barometricPressureMmHg, inspiredOxygenMmHg, places, residentPco2MmHg } from './altitude.ts';
export { oxygenCascade, type CascadeConditions } from './oxygen-cascade.ts';

export { repeatedDoses, type DrugDose } from './drug-dose.ts';
export {
  accumulationRatio,
  eliminationPerHour,
  halfLifeHours,
  loadingDoseMg,
  maintenanceDoseMg,
  oneCompartmentAmounts,
  oneCompartmentConcentrations,
  oralPeak,
  renallyAdjustedClearance,
  type DrugAmounts,
  type OneCompartmentDrug,
} from './one-compartment.ts';
export {
  twoCompartmentAmounts,
  twoCompartmentConcentrations,
  twoCompartmentRates,
  type TwoCompartmentAmounts,
  type TwoCompartmentDrug,
} from './two-compartment.ts';
export {
  gentamicinBands,
  gentamicinLevels,
  newbornGentamicin,
  type GentamicinRegimen,
  type Newborn,
} from './gentamicin-newborn.ts';

export {
  apparentEnzyme,
  fitMichaelisMenten,
  reactionRate,
  type Enzyme,
  type Inhibition,
  type RatePoint,
} from './michaelis-menten.ts';
export {
  agonistEffect,
  curveShape,
  doseRatio,
  joinedEffect,
  receptorOccupancy,
  type Agonist,
  type Tissue,
} from './dose-response.ts';
export {
  doseForFraction,
  respondingFraction,
  therapeuticIndex,
  type QuantalCurve,
} from './therapeutic-index.ts';

export {
  afterVolumeChange,
  normalisedElastance,
  steadyBeat,
  typicalHeart,
  type HeartAndVessels,
  type HeartBeat,
  type Valve,
} from './left-ventricle.ts';

export { estimatedFiltration, excretedFraction, renalClearanceMlPerMinute } from './renal-clearance.ts';
export { glomerularFiltration, type KidneyConditions } from './glomerular-filtration.ts';
export {
  anionGap,
  bicarbonateMmolPerL,
  bloodPh,
  expectedCompensation,
  readBloodGas,
  usualGases,
  type AcidBaseDisorder,
  type ExpectedCompensation,
  type GasReading,
} from './acid-base.ts';
export {
  glucoseDay,
  glucosePersons,
  type GlucosePerson,
  type InsulinInjection,
  type Meal,
} from './glucose-insulin.ts';

export { chiSquareUpperTail } from './chi-square.ts';
export { hardyWeinbergFrequencies, hardyWeinbergTest, type GenotypeCounts } from './hardy-weinberg.ts';
export {
  balancedFrequency,
  driftCounts,
  expectedHeterozygosity,
  frequencyPath,
  nextFrequency,
  type Fitness,
  type Forces,
} from './allele-frequency.ts';
export { predictiveValues, probabilityAfter, type DiagnosticTest } from './predictive-values.ts';
export {
  pedigreeRisks,
  type FamilyMember,
  type InheritanceModel,
  type InheritancePattern,
  type MemberRisk,
} from './pedigree-risk.ts';
export { nonDisjunctionConceptions, type Conception, type NonDisjunction } from './non-disjunction.ts';

export { finalSize, herdImmunity, outbreakCourse, type Outbreak } from './seir.ts';
export { antibodyCourse, type VaccineDose } from './antibody-response.ts';
