import type { RequestEvent } from '@sveltejs/kit';
import { getSession, refreshSession, type Me } from '@puente/schemas';

/** Seconds before its end at which an access token counts as spent. */
const margin = 15;

/** Reads the end of a token without trusting it: only the API decides who this is. */
export const secondsLeft = (token: string | undefined, now = Date.now()): number => {
  try {
    const claims = JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString());
    return typeof claims.exp === 'number' ? claims.exp - now / 1000 : 0;
  } catch {
    return 0;
  }
};

const ask = (event: RequestEvent, endpoint: { method: string; path: string }) =>
  event.fetch(endpoint.path, { method: endpoint.method }).catch(() => undefined);

/** Who is signed in, refreshing the session once where it is due; undefined: nobody can say. */
export const readSession = async (event: RequestEvent): Promise<Me | null | undefined> => {
  const { cookies } = event;
  if (secondsLeft(cookies.get('puente_access')) < margin) {
    if (!cookies.get('puente_refresh')) return null;
    const refreshed = await ask(event, refreshSession);
    if (refreshed?.ok) return (await refreshed.json()) as Me;
    return refreshed && refreshed.status < 500 && refreshed.status !== 429 ? null : undefined;
  }
  const answer = await ask(event, getSession);
  if (answer?.ok) return (await answer.json()) as Me;
  return answer && answer.status < 500 && answer.status !== 429 ? null : undefined;
};
