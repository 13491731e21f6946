import type { RankedResult } from '@puente/schemas';

interface Facts extends Pick<RankedResult, 'zone' | 'outcome' | 'decidedBy' | 'seatsByHand'> {
  withdrawn: boolean;
  /** Of the score, rounded as ties are. */
  reachesCut: boolean;
}

/** Whether others' changes by hand, or a place left empty, turned what one's own evidence says. Pure. */
export const turnedOf = ({
  zone,
  outcome,
  decidedBy,
  seatsByHand,
  withdrawn,
  reachesCut,
}: Facts): RankedResult['turned'] => {
  if (withdrawn || decidedBy === 'override' || decidedBy === 'withdrawal') return null;
  if (outcome === 'seat') return zone === 'out' ? 'moved_up' : null;
  return seatsByHand > 0 && (zone === 'in' || reachesCut) ? 'displaced' : null;
};
