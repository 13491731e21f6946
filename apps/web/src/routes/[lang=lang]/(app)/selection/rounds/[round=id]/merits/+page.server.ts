import { getMerits, listCourses, type Merit } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { aroundCut } from '#lib/selection/around-cut.ts';
import { refuseAct } from '#lib/selection/refusals.ts';
import { requireRole } from '#lib/server/guard.ts';
import { compareMerits } from './compare-merits.ts';
import { densityOf } from './density-of.ts';
import { meritTexts } from './merit-texts.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

type Ranked = Merit & {
  zone: NonNullable<Merit['zone']>;
  rankLow: number;
  rankHigh: number;
  probability: number;
};
const isRanked = (row: Merit): row is Ranked => row.zone !== null;

const withoutNames = ({ fullName: _name, studentCode: _code, ...row }: Ranked) => row;

/** The rows of a page: around the cut, or everybody with `?all=1`. */
const stretchOf = (candidates: number, seats: number, url: URL) =>
  url.searchParams.get('all') === '1' ? { from: 0, to: candidates } : aroundCut(candidates, seats);

const listOf = async ({
  fetch,
  params,
  url,
  locals,
}: Pick<RequestEvent, 'fetch' | 'params' | 'url' | 'locals'>) => {
  const merits = await call(fetch, getMerits, { params: { roundId: params.round } });
  const { lists } = merits.evidence;
  const list = lists.find(({ campusId }) => campusId === url.searchParams.get('list')) ?? lists[0]!;
  const rows = merits.rows.filter(isRanked).filter(({ campusId }) => campusId === list.campusId);
  const shown = stretchOf(rows.length, list.seats, url);
  const wanted = [...new Set(url.searchParams.getAll('compare').map((code) => code.trim().toUpperCase()))];
  const chosen = wanted.flatMap((code) => rows.find((row) => row.code === code) ?? []);
  const { courses } = await call(fetch, listCourses);
  const titles = Object.fromEntries(courses.map(({ id, title }) => [id, title[locals.lang]]));
  return {
    list,
    rows: rows.slice(shown.from, shown.to).map(withoutNames),
    narrows: aroundCut(rows.length, list.seats).to < rows.length,
    all: shown.to - shown.from === rows.length,
    density: densityOf(rows, shown),
    wanted,
    compared:
      chosen.length === 2 && wanted.length === 2
        ? compareMerits(withoutNames(chosen[0]!), withoutNames(chosen[1]!), merits, titles, locals.lang)
        : null,
    lists: lists.map(({ campusId, campusName }) => ({ campusId, campusName })),
    dossiers: merits.policy.zone === 'dossiers',
    final: merits.outcomeFinal,
    texts: meritTexts(merits, list, rows.length, shown.to - shown.from, locals.lang),
  };
};

export const load: PageServerLoad = async (event) => {
  const { page } = await event.parent();
  return { merits: page.ranking?.state === 'done' ? await listOf(event) : null };
};

export const actions: Actions = {
  /** An action and not an address: names are never read by a reload, a shared link or a fetch ahead. */
  names: async ({ fetch, locals, params, url }) => {
    requireRole(locals, 'staff', 'admin');
    try {
      const { rows } = await call(fetch, getMerits, {
        params: { roundId: params.round },
        query: { names: 'true' },
      });
      const list = url.searchParams.get('list');
      return {
        names: Object.fromEntries(
          rows
            .filter(({ campusId }) => list === null || campusId === list)
            .map(({ code, fullName, studentCode }) => [code, { fullName, studentCode }]),
        ),
      };
    } catch (caught) {
      return refuseAct(caught, {}, 'names', locals.lang);
    }
  },
};
