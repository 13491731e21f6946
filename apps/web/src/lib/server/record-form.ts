import { version } from '$app/env';
import { recordResponses, type Attempt, type Language } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { answerOf, readAnswer } from '#lib/question/question.ts';
import { makeResponse } from '#lib/recording/make-response.ts';
import { reasonWords } from '#lib/recording/reason-words.ts';

/** What a question's form carries so that it sends before JavaScript arrives. */
export const formFields = (itemId: string, id: string, now: number): Record<string, string> => ({
  id,
  itemId,
  shownAt: String(now),
});

export interface FormOutcome {
  itemId: string;
  /** In words: why it was not taken, or does not count. */
  refusal?: string;
}

/** Records the answer of a form that was sent without JavaScript; undefined where the form held none. */
export const recordForm = async (
  fetch: typeof globalThis.fetch,
  attempt: Attempt,
  form: FormData,
  language: Language,
): Promise<FormOutcome | undefined> => {
  const given = readAnswer(form);
  const id = String(form.get('id') ?? '');
  const itemId = String(form.get('itemId') ?? '');
  const now = Date.now();
  const item = attempt.items.find((one) => one.id === itemId);
  if (!given || !id || !item) return undefined;
  // A form sent twice, or answered in another tab: the first answer stands.
  if (attempt.responses.some((response) => response.itemId === itemId)) return { itemId };
  const response = makeResponse(
    { ...attempt, language },
    { id, itemId, answer: answerOf(item, given.option), confidenceLevel: given.confidence },
    {
      deviceSequence: attempt.lastDeviceSequence + 1,
      wallTime: new Date(now),
      // A form knows nothing of the device's clocks: the server's time of arrival counts.
      elapsedMs: null,
      clockOffsetMs: null,
      shownMs: now - (Number(form.get('shownAt')) || now),
      origin: 'online',
      appVersion: version,
    },
  );
  const { receipts } = await call(fetch, recordResponses, { body: { responses: [response] } });
  const reason = receipts[0]?.reason;
  return { itemId, ...(reason && { refusal: reasonWords(language)[reason] }) };
};
