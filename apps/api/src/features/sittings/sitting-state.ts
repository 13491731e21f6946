import type { SittingState } from '@puente/schemas';

interface Times {
  opensAt: Date;
  closesAt: Date;
  closedAt: Date | null;
  releasedAt: Date | null;
}

/** prepared → open → closed → released, by the clock and by what staff did. */
export const sittingStateAt = (sitting: Times, now: Date): SittingState => {
  if (sitting.releasedAt) return 'released';
  if (sitting.closedAt || now > sitting.closesAt) return 'closed';
  return now >= sitting.opensAt ? 'open' : 'prepared';
};
