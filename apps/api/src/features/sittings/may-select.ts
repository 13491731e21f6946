import type { RoundSitting } from '@puente/schemas';

/** Whether a sitting may select people: only a proctored one may, and only with its record whole. */
export const maySelect = ({
  proctored,
  recordGaps,
}: Pick<RoundSitting, 'proctored' | 'recordGaps'>): boolean => proctored && recordGaps.length === 0;
