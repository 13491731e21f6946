import {
  fibreExperiment,
  patchExperiment,
  refractoryExperiment,
} from '@puente/models/experiments/action-potential';
import { answerAsked } from '../answer-asked.ts';

answerAsked({ patch: patchExperiment, refractory: refractoryExperiment, fibre: fibreExperiment });
