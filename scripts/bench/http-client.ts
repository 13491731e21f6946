import { connect } from 'node:net';

export interface Reply {
  status: number;
  body: string;
}

/**
 * One connection that stays open and carries one request at a time: just enough of HTTP/1.1, so that what is measured
 * is the server's work and not the client's.
 */
export const openClient = (port: number) => {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  let received: Buffer[] = [];
  let waiting: { done: (reply: Reply) => void; fail: (error: Error) => void } | undefined;
  socket.on('data', (chunk: Buffer) => {
    received.push(chunk);
    const reply = readReply(received.length === 1 ? chunk : Buffer.concat(received));
    if (!reply) return;
    received = [];
    waiting?.done(reply);
  });
  const fail = (error: Error) => waiting?.fail(error);
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('The server closed the connection.')));

  const send = (method: string, path: string, token: string, payload?: string): Promise<Reply> =>
    new Promise((done, fail) => {
      waiting = { done, fail };
      const content =
        payload === undefined
          ? ''
          : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(payload)}\r\n`;
      socket.write(
        `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: puente_access=${token}\r\n${content}\r\n${payload ?? ''}`,
      );
    });
  return { send, close: () => socket.destroy() };
};

const headEnd = Buffer.from('\r\n\r\n');

/** The whole reply, or undefined while some of it is on its way. */
const readReply = (bytes: Buffer): Reply | undefined => {
  const end = bytes.indexOf(headEnd);
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head);
  if (!length) throw new Error(`A reply without content-length: ${head}`);
  const from = end + headEnd.length;
  if (bytes.length < from + Number(length[1])) return undefined;
  return { status: Number(head.slice(9, 12)), body: bytes.toString('utf8', from, from + Number(length[1])) };
};
