import {
  compartmentsExperiment,
  courseExperiment,
  gentamicinExperiment,
} from '@puente/models/experiments/drug-fate';
import { answerAsked } from '../answer-asked.ts';

answerAsked({
  gentamicin: gentamicinExperiment,
  course: courseExperiment,
  compartments: compartmentsExperiment,
});
