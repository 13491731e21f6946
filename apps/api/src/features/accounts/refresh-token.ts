import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * `institution.session.generation.mac`: derived, never stored. The same generation gives the same token, so a
 * repeated refresh whose first reply was lost gets the very same successor.
 */
export interface RefreshClaim {
  institutionId: string;
  sessionId: string;
  generation: number;
}

const mac = (key: string, body: string) =>
  createHmac('sha256', key).update(`refresh:${body}`).digest('base64url');

export const refreshTokenFor = (
  key: string,
  { institutionId, sessionId, generation }: RefreshClaim,
): string => {
  const body = `${institutionId}.${sessionId}.${generation}`;
  return `${body}.${mac(key, body)}`;
};

export const readRefreshToken = (key: string, token: string): RefreshClaim | undefined => {
  const match = /^([0-9a-f-]{36})\.([0-9a-f-]{36})\.(\d{1,9})\.([A-Za-z0-9_-]{43})$/.exec(token);
  if (!match) return undefined;
  const [, institutionId, sessionId, generation, given] = match;
  const expected = mac(key, `${institutionId}.${sessionId}.${generation}`);
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(given!))) return undefined;
  return { institutionId: institutionId!, sessionId: sessionId!, generation: Number(generation) };
};
