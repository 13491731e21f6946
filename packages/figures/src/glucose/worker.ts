import { mealExperiment } from '@puente/models/experiments/glucose';
import { answerAsked } from '../answer-asked.ts';

answerAsked({ meal: mealExperiment });
