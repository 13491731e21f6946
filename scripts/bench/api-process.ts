import { loadContent, readDirectory } from '../../packages/content/src/server.ts';
import { assertApiRole, openDatabase } from '../../packages/database/src/index.ts';
import { buildApp } from '../../apps/api/src/app.ts';
import { startAnalysing } from '../../apps/api/src/features/insights/analysis-loop.ts';
import { startFolding } from '../../apps/api/src/features/insights/fold-loop.ts';
import { startRanking } from '../../apps/api/src/features/selection/snapshot/start-ranking.ts';

/** What the bench asks of the API's process: a token for each of these people. */
export interface TokenRequest {
  people: { institutionId: string; membershipId: string; role: string; learnerKey: string | null }[];
}

const {
  url,
  content,
  folding,
  port = 0,
  key = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex'),
} = JSON.parse(process.argv[2]!) as {
  url: string;
  content: string;
  folding: boolean;
  port?: number;
  key?: string;
};
// As many connections as the running server opens.
const db = openDatabase(url, { maximum: 20 });
await assertApiRole(db.pool);
const courses = loadContent(readDirectory(content));
const app = await buildApp({
  db,
  content: courses,
  keys: { access: key, refresh: key },
  version: 'bench',
});
await app.listen({ host: '127.0.0.1', port, backlog: 4096 });
const loops = [
  ...(folding ? [startFolding(app), startAnalysing({ url, content: courses }, app.log)] : []),
  startRanking({ url }, app.log),
];

process.on('message', ({ people }: TokenRequest) => {
  const issuedAt = Math.floor(Date.now() / 1000);
  process.send!({
    tokens: people.map((person) =>
      app.jwt.sign({
        acc: person.membershipId,
        ins: person.institutionId,
        mem: person.membershipId,
        ses: person.membershipId,
        rol: person.role,
        lrn: person.learnerKey,
        iat: issuedAt,
        exp: issuedAt + 3600,
      }),
    ),
  });
});
process.on(
  'disconnect',
  () =>
    void Promise.all(loops.map((loop) => loop.stop()))
      .then(() => app.close())
      .then(() => db.close()),
);
process.send!({ port: (app.server.address() as { port: number }).port });
