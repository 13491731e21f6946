import { runClients, type Timing } from './timings.ts';

const password = 'puente-demo';

/** Signs in as the demonstration's people do; gives the cookies of every later request. */
const signIn = async (address: string, email: string): Promise<string> => {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`Signing in answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
};

/** How long faculty wait for a cohort's page and staff for the shortlist's, as HTML, over the demonstration. */
export const timeRenderedPages = async (
  address: string,
  seconds: number,
): Promise<{ name: string; timing: Timing }[]> => {
  const faculty = await signIn(address, 'docente@demo.puente');
  const staff = await signIn(address, 'programa@demo.puente');
  const ask = async <T>(cookie: string, path: string): Promise<T> =>
    (await (await fetch(address + path, { headers: { cookie } })).json()) as T;
  const { cohorts } = await ask<{ cohorts: { id: string; name: string }[] }>(faculty, '/api/cohorts');
  const { rounds } = await ask<{ rounds: { id: string }[] }>(staff, '/api/selection-rounds');
  const cohort = cohorts.find(({ name }) => name.startsWith('Sección B'))!;
  const pages = [
    { name: 'the cohort page, as HTML', cookie: faculty, path: `/es/cohorts/${cohort.id}` },
    { name: 'the shortlist page, as HTML', cookie: staff, path: `/es/selection/${rounds[0]!.id}` },
  ];
  const results: { name: string; timing: Timing }[] = [];
  for (const { name, cookie, path } of pages) {
    const get = async () => {
      const answer = await fetch(address + path, { headers: { cookie }, redirect: 'error' });
      const html = await answer.text();
      if (!answer.ok || !html.includes('</html>')) throw new Error(`${path} answered ${answer.status}`);
      return 1;
    };
    for (let warm = 0; warm < 5; warm++) await get();
    results.push({ name, timing: await runClients([get], seconds) });
  }
  return results;
};
