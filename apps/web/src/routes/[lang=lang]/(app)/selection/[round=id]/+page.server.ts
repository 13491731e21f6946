import { redirect } from '@sveltejs/kit';
import {
  freezeSnapshot,
  getSelectionRound,
  getShortlist,
  publishRound,
  type RoundDetail,
  type ShortlistRow,
} from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import { aroundCut } from '#lib/selection/around-cut.ts';
import { densityOf } from './density.ts';
import { explanation } from './explanation.ts';
import { refuseInWords, refuseUnconfirmed } from './refusals.ts';
import { textsOf } from './texts.ts';
import { warningsInWords } from './warnings.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const withoutNames = ({ fullName: _name, studentCode: _code, ...row }: ShortlistRow) => row;

/** The rows of a page: around the cut, or everybody with `?all=1`. */
const stretchOf = (candidates: number, seats: number, url: URL) =>
  url.searchParams.get('all') === '1' ? { from: 0, to: candidates } : aroundCut(candidates, seats);

const listOf = async ({ fetch, params, url }: Pick<RequestEvent, 'fetch' | 'params' | 'url'>) => {
  const { rows, round, summary } = await call(fetch, getShortlist, { params: { roundId: params.round } });
  const shown = stretchOf(rows.length, round.seats, url);
  return {
    rows: rows.slice(shown.from, shown.to).map(withoutNames),
    /** Whether the cut alone would show fewer. */
    narrows: aroundCut(rows.length, round.seats).to < rows.length,
    density: densityOf(rows, summary.items, shown),
  };
};

export const load: PageServerLoad = async (event) => {
  const { fetch, locals, params } = event;
  const { role, institution } = requireRole(locals, 'staff', 'admin');
  const detail: RoundDetail = await call(fetch, getSelectionRound, { params: { roundId: params.round } });
  const { round, steps, snapshot, summary, sittings } = detail;
  const list = snapshot && summary ? await listOf(event) : null;
  return {
    round,
    steps,
    snapshot,
    summary,
    sittings: sittings.map(({ courseTitle, ...sitting }) => ({
      ...sitting,
      course: courseTitle[locals.lang],
    })),
    warnings: warningsInWords(detail, locals.lang),
    explained: explanation(detail, locals.lang),
    list,
    ranking: detail.ranking,
    texts: textsOf(detail, list?.rows.length ?? 0, locals.lang, institution.timeZone),
    mayDecide: role === 'staff',
    timeZone: institution.timeZone,
  };
};

export const actions: Actions = {
  freeze: async ({ fetch, request, locals, params }) => {
    requireRole(locals, 'staff');
    const typed = await readForm(request);
    if (typed.confirm !== 'yes') return refuseUnconfirmed('confirm', typed, 'freeze', locals.lang);
    try {
      await call(fetch, freezeSnapshot, { params: { roundId: params.round } });
    } catch (caught) {
      return refuseInWords(caught, typed, 'freeze', locals.lang);
    }
    redirect(303, `/${locals.lang}/selection/${params.round}`);
  },
  publish: async ({ fetch, request, locals, params }) => {
    requireRole(locals, 'staff');
    const typed = await readForm(request);
    const { why = '' } = typed;
    if (why === '' || why.length > 500) return refuseUnconfirmed('why', typed, 'publish', locals.lang);
    if (typed.confirm !== 'yes') return refuseUnconfirmed('confirm', typed, 'publish', locals.lang);
    try {
      await call(fetch, publishRound, { params: { roundId: params.round }, body: { why } });
    } catch (caught) {
      return refuseInWords(caught, typed, 'publish', locals.lang);
    }
    redirect(303, `/${locals.lang}/selection/${params.round}#publish`);
  },
  /** An action and not an address: names are never read by a reload, a shared link or a fetch ahead. */
  names: async ({ fetch, locals, params, url }) => {
    requireRole(locals, 'staff', 'admin');
    try {
      const { rows, round } = await call(fetch, getShortlist, {
        params: { roundId: params.round },
        query: { names: 'true' },
      });
      const { from, to } = stretchOf(rows.length, round.seats, url);
      return {
        names: Object.fromEntries(
          rows.slice(from, to).map(({ code, fullName, studentCode }) => [code, { fullName, studentCode }]),
        ),
      };
    } catch (caught) {
      return refuseInWords(caught, {}, 'names', locals.lang);
    }
  },
};
