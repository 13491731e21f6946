import { antibodyExperiment, outbreakExperiment } from '@puente/models/experiments/outbreak';
import { answerAsked } from '../answer-asked.ts';

answerAsked({ outbreak: outbreakExperiment, antibodies: antibodyExperiment });
