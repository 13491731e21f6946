import { AsyncLocalStorage } from 'node:async_hooks';

export interface SimulatedTime {
  /** For `buildApp`: the moment in which the request under way takes place. */
  clock: () => Date;
  at<T>(moment: Date, work: () => T): T;
}

/** Many requests at once, each at a moment of its own. Outside them it is the beginning of the term. */
export const createSimulatedTime = (beginning: Date): SimulatedTime => {
  const moments = new AsyncLocalStorage<Date>();
  return {
    clock: () => moments.getStore() ?? beginning,
    at: (moment, work) => moments.run(moment, work),
  };
};
