import type { fibreExperiment } from '@puente/models/experiments/action-potential';
import type { SettingsOf } from '@puente/models/experiments/experiment';
import type { Seen } from '../figure.ts';

type Made = ReturnType<typeof fibreExperiment.run>;

export type FibreSeen = Seen<SettingsOf<typeof fibreExperiment.controls>, Made['readings'], Made['traces']>;
