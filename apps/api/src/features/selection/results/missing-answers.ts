interface Component {
  /** What one more right answer adds to T. */
  gain: number;
  /** How many were not right. */
  left: number;
}

/** How many more right answers, first where each counts most, would have reached the cut; 0 for who reached it. */
export const missingAnswers = (score: number, cutScore: number, components: readonly Component[]): number => {
  let missing = 0;
  let reached = score;
  for (const { gain, left } of components.toSorted((a, b) => b.gain - a.gain)) {
    for (let used = 0; used < left && cutScore - reached > 1e-6; used++) {
      reached += gain;
      missing += 1;
    }
  }
  return missing;
};
