import { haemorrhageExperiment, loopExperiment } from '@puente/models/experiments/heart';
import { answerAsked } from '../answer-asked.ts';

answerAsked({ loop: loopExperiment, haemorrhage: haemorrhageExperiment });
