import type { Attempt, OwnSittingDetail } from '@puente/schemas';

const everyMs = 60_000;

type Known = Pick<Attempt, 'closesAt' | 'finishedAt' | 'held'>;

/**
 * Looks once a minute, and when the phone wakes, whether a running attempt has changed: more time, its end,
 * another device. The short answer is asked for; the whole attempt only when something differs.
 */
export const watchAttempt = (sittingId: string, known: () => Known, learn: () => Promise<void>) => {
  const look = async () => {
    const before = known();
    if (document.visibilityState !== 'visible' || before.finishedAt) return;
    const answer = await fetch(`/api/sittings/${sittingId}?language=es`).catch(() => undefined);
    if (!answer?.ok) return;
    const { attemptClosesAt, attemptState, held } = (await answer.json()) as OwnSittingDetail;
    const same = attemptClosesAt === before.closesAt && attemptState !== 'finished' && held === before.held;
    if (!same) await learn();
  };
  const awake = () => void look();
  const timer = setInterval(awake, everyMs);
  document.addEventListener('visibilitychange', awake);
  addEventListener('online', awake);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', awake);
    removeEventListener('online', awake);
  };
};
