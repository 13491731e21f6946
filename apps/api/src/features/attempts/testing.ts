import { newId } from '@puente/database';
import type { Attempt, ResponseInput, ShownItem } from '@puente/schemas';
import type { TestApp } from '../../testing.ts';

/** A response as a device would write it. */
export const responseTo = (
  attempt: Attempt,
  item: ShownItem,
  over: Partial<ResponseInput> = {},
): ResponseInput => ({
  schemaVersion: 1,
  id: newId(),
  attemptId: attempt.id,
  itemId: item.id,
  contentHash: item.contentHash,
  language: attempt.language,
  optionOrder: item.options.map((option) => option.id),
  position: attempt.items.indexOf(item) + 1,
  exposure: (attempt.exposures[item.id] ?? 0) + 1,
  answer: item.options[0]?.id ?? '',
  confidenceLevel: 2,
  confidence: 0.7,
  deviceSequence: 1,
  wallTime: attempt.serverNow,
  elapsedMs: 1000,
  clockOffsetMs: 0,
  shownMs: 900,
  lease: attempt.lease,
  origin: 'online',
  appVersion: 'test',
  ...over,
});

export const send = async (t: TestApp, who: string, responses: unknown[]) => {
  const answer = await t.as(who)({ method: 'POST', url: '/api/responses', payload: { responses } });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return (
    answer.json() as { receipts: { id: string | null; status: string; reason?: string; field?: string }[] }
  ).receipts;
};

export const startPractice = async (
  t: TestApp,
  who: string,
  over: Record<string, unknown> = {},
  id = newId(),
): Promise<Attempt> => {
  const answer = await t.as(who)({
    method: 'PUT',
    url: `/api/attempts/${id}`,
    payload: {
      kind: 'practice',
      courseId: 'physiology',
      contentId: 'membrane-potential',
      language: 'es',
      ...over,
    },
  });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json() as Attempt;
};

/** Prepares a sitting for the home cohort that is open now. */
export const openSitting = async (
  t: TestApp,
  wave: string,
  over: Record<string, unknown> = {},
): Promise<string> => {
  const answer = await t.as('staff')({
    method: 'POST',
    url: `/api/cohorts/${t.home.cohortId}/sittings`,
    payload: {
      courseId: 'physiology',
      wave,
      opensAt: new Date(t.clock.now.getTime() - 60_000).toISOString(),
      closesAt: new Date(t.clock.now.getTime() + 7 * 24 * 3_600_000).toISOString(),
      durationMinutes: wave === 'opening' ? null : 20,
      ...over,
    },
  });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return (answer.json() as { id: string }).id;
};

export const startSitting = async (t: TestApp, who: string, sittingId: string): Promise<Attempt> => {
  const answer = await t.as(who)({
    method: 'POST',
    url: `/api/sittings/${sittingId}/start`,
    payload: { language: 'es' },
  });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json() as Attempt;
};
