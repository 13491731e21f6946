import { expect, test } from 'vitest';
import * as models from './index.ts';

test('the entry gives each figure its model', () => {
  const ofEachFigure: (keyof typeof models)[] = [
    'goldmanPotentialMillivolts',
    'stimulateAxon',
    'steadyBeat',
    'oxygenCascade',
    'readBloodGas',
    'glucoseDay',
    'fitMichaelisMenten',
    'pedigreeRisks',
    'driftCounts',
    'outbreakCourse',
    'agonistEffect',
    'gentamicinLevels',
  ];
  for (const name of ofEachFigure) expect(models[name], name).toBeTypeOf('function');
});
