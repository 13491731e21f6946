import { fitExperiment } from '@puente/models/experiments/enzyme';
import { answerAsked } from '../answer-asked.ts';

answerAsked({ fit: fitExperiment });
