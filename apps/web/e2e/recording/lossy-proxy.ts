import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A bad mobile line in front of Puente. */
export interface LossyProxy {
  address: string;
  /** Cut: nobody gets through. */
  cut: boolean;
  failures: number;
  requests: number;
  close(): Promise<void>;
}

interface LineOptions {
  latencyMs: number;
  kilobitsPerSecond: number;
  /** Share of requests that fail: half before they reach the server, half with the reply under way. */
  failing: number;
  random: () => number;
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

export const openLossyProxy = async (target: URL, line: LineOptions): Promise<LossyProxy> => {
  const bytesPerMs = line.kilobitsPerSecond / 8;
  let busyUntil = 0;
  /** One line for everything: what comes later waits for what is on its way. */
  const carry = async (bytes: number) => {
    const now = Date.now();
    busyUntil = Math.max(now, busyUntil) + bytes / bytesPerMs;
    await pause(busyUntil - now);
  };
  const bodyOf = async (stream: IncomingMessage) => Buffer.concat(await stream.toArray());

  const forward = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const body = await bodyOf(incoming);
    proxy.requests++;
    const fails = line.random() < line.failing;
    const replyLost = line.random() < 0.5;
    if (proxy.cut || (fails && !replyLost)) {
      if (!proxy.cut) proxy.failures++;
      incoming.socket.destroy();
      return;
    }
    await pause(line.latencyMs / 2);
    await carry(body.byteLength + 600);
    const answer = await new Promise<IncomingMessage>((done, fail) => {
      const { method, url, headers } = incoming;
      request({ host: target.hostname, port: target.port, method, path: url, headers }, done)
        .on('error', fail)
        .end(body);
    });
    const reply = await bodyOf(answer);
    await pause(line.latencyMs / 2);
    await carry(reply.byteLength + 400);
    if (proxy.cut || fails) {
      if (fails) proxy.failures++;
      incoming.socket.destroy();
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    outgoing.end(reply);
  };
  const server = createServer((incoming, outgoing) => {
    forward(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const proxy: LossyProxy = {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut: false,
    failures: 0,
    requests: 0,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return proxy;
};
