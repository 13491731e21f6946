import * as z from 'zod/mini';

/** Lower and upper end of a 95 % interval. */
export const Interval = z.tuple([z.number(), z.number()]);

export const Estimate = z.object({ value: z.number(), interval: Interval });
export type Estimate = z.infer<typeof Estimate>;
