import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { ContentId, Id, Language } from './words.ts';

const Rating = z.int().check(z.gte(1), z.lte(5));

/** How able one feels, 1–5, for each objective of the course: beside the opening and the closing form. */
export const OwnSelfEfficacy = z.object({
  /** Once one's attempt at an opening or closing form is over, and until its answers may no longer arrive. */
  asked: z.boolean(),
  /** At the closing, "looking back, where were you at the start?" is asked too. */
  looksBack: z.boolean(),
  rated: z.boolean(),
  objectives: z.array(
    z.object({ id: z.string(), text: z.string(), now: z.nullable(z.int()), then: z.nullable(z.int()) }),
  ),
});
export type OwnSelfEfficacy = z.infer<typeof OwnSelfEfficacy>;

const params = z.object({ sittingId: Id });
const query = z.object({ language: Language });

export const getSelfEfficacy = endpoint({
  method: 'GET',
  path: '/api/sittings/:sittingId/self-efficacy',
  summary: "How able one feels by objective, beside a sitting of one's own",
  params,
  query,
  response: OwnSelfEfficacy,
});

export const rateSelfEfficacy = endpoint({
  method: 'PUT',
  path: '/api/sittings/:sittingId/self-efficacy',
  summary: 'Rate every objective, once; repeating the same is harmless',
  params,
  query,
  body: z.strictObject({
    ratings: z
      .array(z.strictObject({ objectiveId: ContentId, now: Rating, then: z.optional(Rating) }))
      .check(z.minLength(1), z.maxLength(20)),
  }),
  response: OwnSelfEfficacy,
});
