import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

export type PageHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

declare module 'node:http' {
  interface IncomingMessage {
    /** Lets a page call the API of its own process; see the web app's server hook. */
    puenteInject?: (request: InjectedRequest) => Promise<InjectedResponse>;
  }
}

interface InjectedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: Uint8Array | string | undefined;
}

interface InjectedResponse {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Uint8Array;
}

/** Gives everything outside /api to the web app's handler. */
export const mountPages = async (app: FastifyInstance, handler: PageHandler): Promise<void> => {
  await app.register(async (pages) => {
    // The handler reads the body itself: without this, forms answer 415.
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser('*', (_request, _payload, done) => done(null));
    pages.all('/*', (request, reply) => {
      request.raw.headers['x-forwarded-proto'] = request.protocol;
      request.raw.headers['x-forwarded-host'] = request.host;
      request.raw.puenteInject = async ({ method, url, headers, body }) => {
        const answer = await app.inject({
          method: method as 'GET',
          url,
          headers,
          remoteAddress: request.ip,
          ...(body !== undefined && { payload: Buffer.from(body) }),
        });
        return {
          status: answer.statusCode,
          headers: answer.headers as InjectedResponse['headers'],
          body: answer.rawPayload,
        };
      };
      reply.hijack();
      handler(request.raw, reply.raw, () => {
        reply.raw.statusCode = 404;
        reply.raw.end();
      });
    });
  });
};
