import type { InstitutionDatabase } from '@puente/database';
import type { Wave } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';

/** A form that was given to people in a sitting: they have seen its items. */
export interface FormUse {
  form: string;
  wave: Wave;
  cohortId: string;
  term: string;
  opensAt: Date;
  /** How many have seen it. */
  shown: number;
  /** How many terms of the institution lie between, counting the later one. */
  termsSince: number;
}

/** Every use of a course's forms in the institution, as a cohort of this term would meet them. */
export const listFormUses = async (
  db: InstitutionDatabase,
  courseId: string,
  term: string,
): Promise<FormUse[]> => {
  const { rows } = await db.$client.query<FormUse>(
    `with terms as (
       select term, row_number() over (order by min(starts_on), term) as place
       from cohorts where institution_id = $1 group by term)
     select a.content_id as form, s.wave, s.cohort_id as "cohortId", c.term, s.opens_at as "opensAt",
       count(*)::int as shown, ((select place from terms where term = $3) - t.place)::int as "termsSince"
     from sittings s
     join attempts a on a.institution_id = s.institution_id and a.sitting_id = s.id
     join cohorts c on c.institution_id = s.institution_id and c.id = s.cohort_id
     join terms t on t.term = c.term
     where s.institution_id = $1 and s.course_id = $2
     group by s.id, s.wave, s.cohort_id, s.opens_at, c.term, t.place, a.content_id
     order by s.opens_at, s.id, a.content_id`,
    [db.institutionId, courseId, term],
  );
  return rows;
};

const restTerms = 2;
const useDays = 7;
const dayMs = 86_400_000;

export type ItemState = 'in use' | 'rests' | 'retired';

/**
 * A sealed item retires after one use: the windows of a week, in which everybody sits it. A gain item rests for two
 * terms after the term in which it was shown. Pure.
 */
export const exposureOf = (
  itemId: string,
  uses: readonly FormUse[],
  catalogue: Pick<Catalogue, 'items' | 'forms'>,
  now: Date,
): { itemId: string; shown: number; state: ItemState } => {
  const own = uses.filter((use) => catalogue.forms.get(use.form)?.items.includes(itemId));
  const shown = own.reduce((sum, use) => sum + use.shown, 0);
  const sealed = catalogue.items.get(itemId)?.use === 'sealed';
  const first = Math.min(...own.map((use) => use.opensAt.getTime()));
  const state: ItemState =
    own.length === 0
      ? 'in use'
      : sealed
        ? now.getTime() > first + useDays * dayMs
          ? 'retired'
          : 'in use'
        : own.some((use) => use.termsSince >= 1 && use.termsSince <= restTerms)
          ? 'rests'
          : 'in use';
  return { itemId, shown, state };
};
