import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';

/** One reminder a day, offered once. */
export const OwnReminder = z.object({
  /** From the third day with answers on, until it is answered. */
  offered: z.boolean(),
  /** The hour that was chosen, by the phone's clock; null: none. */
  hour: z.nullable(z.int()),
});
export type OwnReminder = z.infer<typeof OwnReminder>;

export const chooseReminder = endpoint({
  method: 'PUT',
  path: '/api/reminder',
  summary: 'Choose the hour of one reminder a day, or that none is wanted; ends the offer',
  body: z.strictObject({ hour: z.nullable(z.int().check(z.gte(0), z.lte(23))) }),
  response: OwnReminder,
});
