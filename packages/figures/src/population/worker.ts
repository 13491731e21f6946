import { driftExperiment } from '@puente/models/experiments/population';
import { answerAsked } from '../answer-asked.ts';

answerAsked({ drift: driftExperiment });
