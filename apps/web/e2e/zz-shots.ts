import { launchBrowser } from './browser.ts';
import { desktop, phone, signIn, visit } from './people.ts';
const address = 'http://localhost:4310';
const out = '/tmp/server-half/shots/';
const browser = await launchBrowser();
const doc = await visit(browser, { viewport: phone });
await signIn(doc.page, address, 'docente@demo.puente');
const api = async (method: string, path: string, data?: object) => {
  const r = await doc.page.request.fetch(address + path, { method, headers: { origin: address }, ...(data && { data }) });
  if (!r.ok()) throw new Error(path + (await r.text()));
  return r.json();
};
const { cohorts } = await api('GET', '/api/cohorts');
const cohort = cohorts.find((c: any) => c.name.startsWith('Sección B'));
let { rooms } = await api('GET', '/api/rooms');
let id = rooms[0]?.sittingId;
const stu = await visit(browser, { viewport: phone });
await signIn(stu.page, address, 'estudiante@demo.puente');
const sapi = async (method: string, path: string, data?: object) => {
  const r = await stu.page.request.fetch(address + path, { method, headers: { origin: address }, ...(data && { data }) });
  if (!r.ok()) throw new Error(path + (await r.text()));
  return r.json();
};
const me = await sapi('GET', '/api/session');
const today = await sapi('GET', '/api/today?language=es');
if (!id) {
  for (const c of cohorts) {
    const now = Date.now();
    const s = await api('POST', `/api/cohorts/${c.id}/sittings`, { courseId: 'physiology', wave: 'delayed', opensAt: new Date(now - 1000).toISOString(), closesAt: new Date(now + 3600000).toISOString(), durationMinutes: 20, proctored: true });
    const { code } = await api('GET', `/api/sittings/${s.id}/room-code`);
    try { 
      await stu.page.request.post(`${address}/api/sittings/${s.id}/start`, { headers: { origin: address }, data: { language: 'es', roomCode: code === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA' } });
      const a = await sapi('POST', `/api/sittings/${s.id}/start`, { language: 'es', roomCode: code });
      id = s.id;
      const resp = (i: number, over: object = {}) => ({ schemaVersion: 1, id: crypto.randomUUID(), attemptId: a.id, itemId: a.items[i].id, contentHash: a.items[i].contentHash, language: 'es', optionOrder: a.items[i].options.map((o: any) => o.id), position: i + 1, exposure: (a.exposures[a.items[i].id] ?? 0) + 1, answer: a.items[i].options[0].id, confidenceLevel: 2, confidence: 0.7, deviceSequence: i + 1, wallTime: new Date().toISOString(), elapsedMs: Date.now() - Date.parse(a.startedAt), clockOffsetMs: 0, shownMs: 900, lease: a.lease, origin: 'offline', appVersion: '0.1.0', ...over });
      const r = await sapi('POST', '/api/responses', { responses: [resp(0), resp(1, { clockOffsetMs: 95000 }), resp(2, { clockOffsetMs: null, elapsedMs: null }), resp(3, { answer: 'zzzz' })] });
      console.log(JSON.stringify(r.receipts.map((x: any) => x.reason ?? x.status)));
      await sapi('POST', `/api/attempts/${a.id}/interruptions`, { interruptions: [{ id: crypto.randomUUID(), kind: 'offline', from: new Date(now).toISOString(), to: new Date(now + 60000).toISOString() }, { id: crypto.randomUUID(), kind: 'focus_lost', from: new Date(now).toISOString(), to: new Date(now + 9000).toISOString() }] });
      await api('POST', `/api/sittings/${s.id}/candidates/${me.membershipId}/extension`, { minutes: 7, why: 'Se cortó la luz en el bloque B' });
      await api('PUT', `/api/sittings/${s.id}/candidates/${me.membershipId}`, { seat: '12', proof: 'dni' });
      await api('POST', `/api/sittings/${s.id}/notes`, { kind: 'incident', text: 'Se fue la luz dos minutos; todas las personas siguieron con sus teléfonos.' });
      break;
    } catch (e) { console.log(String(e).slice(0, 200)); }
  }
}
await doc.context.close();
const staffPages = [['answer-files', '/answer-files']];
const pages: [string, string][] = [['cohorts', '/cohorts'], ['sittings', `/cohorts/${cohort.id}/sittings`], ['new', `/cohorts/${cohort.id}/sittings/new`], ['room', `/rooms/${id}`], ['student', `/rooms/${id}/students/${me.membershipId}`], ['answers', `/rooms/${id}/answers`], ['code', `/rooms/${id}/code`]];
for (const [vname, viewport] of [['phone', phone], ['desk', desktop]] as const) {
  for (const [lang, scheme] of [['es', 'light'], ['en', 'dark']] as const) {
    for (const [who, list] of [['docente', pages], ['programa', staffPages]] as const) {
      const v = await visit(browser, { viewport, lang });
      await v.page.emulateMedia({ colorScheme: scheme });
      await signIn(v.page, address, `${who}@demo.puente`, lang);
      for (const [name, path] of list) {
        await v.page.goto(`${address}/${lang}${path}`, { waitUntil: 'networkidle' });
        await v.page.waitForTimeout(300);
        const wide = await v.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) console.log('WIDE', vname, name, wide);
        await v.page.screenshot({ path: `${out}${name}-${vname}-${lang}.png`, fullPage: name !== 'code' && name !== 'cohorts' });
      }
      for (const f of v.faults) console.log('FAULT', f);
      await v.context.close();
    }
  }
}
await browser.close();
