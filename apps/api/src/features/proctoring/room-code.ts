import { createHmac, timingSafeEqual } from 'node:crypto';

/** A code is shown so long; it still opens while the next one is shown, for who began to type it. */
const periodMs = 2 * 60_000;
// Letters and digits that nobody confuses across a room: no I, O, 0, 1.
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const codeOf = (secret: string, period: number): string =>
  [...createHmac('sha256', secret).update(String(period)).digest().subarray(0, 6)]
    .map((byte) => alphabet[byte % alphabet.length])
    .join('');

/** The code to show now, and until when. Computed from the secret: every process shows the same. */
export const roomCodeAt = (secret: string, now: Date): { code: string; expiresAt: Date } => {
  const period = Math.floor(now.getTime() / periodMs);
  return { code: codeOf(secret, period), expiresAt: new Date((period + 1) * periodMs) };
};

export const isRoomCode = (secret: string, code: string, now: Date): boolean => {
  const period = Math.floor(now.getTime() / periodMs);
  const typed = Buffer.from(code);
  return [period, period - 1]
    .map((at) => Buffer.from(codeOf(secret, at)))
    .some((right) => right.length === typed.length && timingSafeEqual(right, typed));
};
