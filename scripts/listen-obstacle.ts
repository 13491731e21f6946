import { createServer } from 'node:net';

interface Place {
  port: number;
  host: string;
}

/** Why nobody can listen there, in one line that says what to do; undefined: the error is of another kind. */
export const explainObstacle = ({ code }: { code?: string }, { port, host }: Place): string | undefined => {
  const other = (to: number) => `choose another: PORT=${to} npx -y pnpm@12 start`;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken (on ${host}). Stop what runs there, or ${other(port < 65_535 ? port + 1 : 3000)}`;
    case 'EACCES':
      return `Port ${port} is not for this user: ports below 1024 need rights of their own. Give them, or ${other(3000)}`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return `PUENTE_HOST is "${host}", which is no address of this machine.`;
    default:
      return undefined;
  }
};

const tryToListen = ({ port, host }: Place): Promise<NodeJS.ErrnoException | undefined> =>
  new Promise((done) => {
    const probe = createServer();
    probe.once('error', done);
    probe.listen(port, host, () => probe.close(() => done(undefined)));
  });

/** What stands against listening there, and against `localhost`, which many browsers take for ::1, leading there. */
export const findObstacle = async (port: number, host: string): Promise<string | undefined> => {
  const failure = await tryToListen({ port, host });
  if (failure) return explainObstacle(failure, { port, host }) ?? failure.message;
  const isLocal = ['127.0.0.1', '0.0.0.0', 'localhost'].includes(host);
  const beside = isLocal ? await tryToListen({ port, host: '::1' }) : undefined;
  // A machine without IPv6 has no ::1 that somebody could hold.
  return beside?.code === 'EADDRINUSE' ? explainObstacle(beside, { port, host: '::1' }) : undefined;
};
