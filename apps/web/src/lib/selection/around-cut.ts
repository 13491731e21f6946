export interface Stretch {
  from: number;
  /** One past the last. */
  to: number;
}

/** Which rows of a list in rank order stand around the cut: as many above it as below, while there are. */
export const aroundCut = (candidates: number, seats: number, most = 60): Stretch => {
  const from = Math.max(0, Math.min(seats - Math.floor(most / 2), candidates - most));
  return { from, to: Math.min(candidates, from + most) };
};
