import type { RoundDetail } from '@puente/schemas';

type Step = RoundDetail['steps'][number];

export interface ShownStep extends Step {
  /** Where on the page its facts stand; a step that waits has none yet. */
  href?: string;
}

export const showSteps = (steps: readonly Step[]): ShownStep[] =>
  steps.map((step) => (step.state === 'waiting' ? step : { ...step, href: `#${step.id}` }));
