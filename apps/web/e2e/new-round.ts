import type { Page } from 'playwright-core';

/** A round announced now by the staff who are signed in, and a proctored sitting of a sealed form to come. */
export const newRound = async (page: Page, address: string): Promise<{ id: string; sittingId: string }> => {
  const ask = async (path: string, data?: unknown) => {
    const url = `${address}/api/${path}`;
    const answer = data
      ? await page.request.post(url, { headers: { origin: address }, data })
      : await page.request.get(url);
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString();
  const { sittings } = (await ask('rounds')) as {
    sittings: { id: string; courseId: string; state: string }[];
  };
  const { cohorts } = (await ask('cohorts')) as { cohorts: { id: string; name: string }[] };
  const prepared =
    sittings.find(({ courseId, state }) => courseId === 'genetics' && state === 'prepared') ??
    ((await ask(`cohorts/${cohorts.find(({ name }) => name.startsWith('Sección C'))!.id}/sittings`, {
      courseId: 'genetics',
      wave: 'selection',
      form: 'G1-S',
      proctored: true,
      opensAt: inDays(40),
      closesAt: inDays(41),
      durationMinutes: 40,
    })) as { id: string });
  const { round } = await ask('rounds', {
    name: `Convocatoria ${crypto.randomUUID().slice(0, 8)}`,
    applicationsOpenAt: inDays(1),
    applicationsCloseAt: inDays(20),
    travelFrom: inDays(90).slice(0, 10),
    travelTo: inDays(103).slice(0, 10),
  });
  return { id: round.id, sittingId: prepared.id };
};
