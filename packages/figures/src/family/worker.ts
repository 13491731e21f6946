import { pedigreeExperiment } from '@puente/models/experiments/family';
import { answerAsked } from '../answer-asked.ts';

answerAsked({ pedigree: pedigreeExperiment });
