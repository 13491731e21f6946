import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Database, InstitutionDatabase } from '@puente/database';
import type { Endpoint, Role } from '@puente/schemas';
import type * as z from 'zod/mini';
import type { Actor } from './actor.ts';
import type { Context } from './context.ts';
import { Forbidden } from './errors.ts';

interface Input<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  request: FastifyRequest;
  reply: FastifyReply;
  context: Context;
}

type Handler<
  P extends z.ZodMiniType,
  Q extends z.ZodMiniType,
  B extends z.ZodMiniType,
  R extends z.ZodMiniType,
> = (input: Input<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.output<R>>;

const inputOf = <P, Q, B>(request: FastifyRequest, reply: FastifyReply): Input<P, Q, B> => ({
  params: request.params as P,
  query: request.query as Q,
  body: request.body as B,
  request,
  reply,
  context: { catalogue: request.server.catalogue, now: request.server.clock() },
});

const schemaOf = (endpoint: Endpoint) => ({
  summary: endpoint.summary,
  ...(endpoint.params && { params: endpoint.params }),
  ...(endpoint.query && { querystring: endpoint.query }),
  ...(endpoint.body && { body: endpoint.body }),
  ...(endpoint.consumes && { consumes: endpoint.consumes }),
  response: { 200: endpoint.response },
});

/** A route that anybody may call, or that finds its own institution. */
export const openRoute = <
  P extends z.ZodMiniType,
  Q extends z.ZodMiniType,
  B extends z.ZodMiniType,
  R extends z.ZodMiniType,
>(
  app: FastifyInstance,
  endpoint: Endpoint<P, Q, B, R>,
  handler: Handler<P, Q, B, R>,
  options: Pick<RouteOptions, 'serializerCompiler'> = {},
): void => {
  app.route({
    ...options,
    method: endpoint.method,
    url: endpoint.path,
    schema: schemaOf(endpoint as unknown as Endpoint),
    handler: (request, reply) => handler(inputOf(request, reply)),
  });
};

/** A route for signed-in people, in one transaction within their institution; `request.actor` comes from the scope. */
export const route = <
  P extends z.ZodMiniType,
  Q extends z.ZodMiniType,
  B extends z.ZodMiniType,
  R extends z.ZodMiniType,
>(
  app: FastifyInstance,
  endpoint: Endpoint<P, Q, B, R>,
  handler: (
    db: InstitutionDatabase,
    actor: Actor,
    input: Input<z.output<P>, z.output<Q>, z.output<B>>,
  ) => Promise<z.output<R>>,
  options: Pick<RouteOptions, 'serializerCompiler'> = {},
): void =>
  openRoute(
    app,
    endpoint,
    (input) => {
      const { actor } = input.request;
      return input.request.server.db.asInstitution(actor.institutionId, (db) => handler(db, actor, input));
    },
    options,
  );

/** Opens a scope whose every route only these roles may call. */
export const allow =
  (roles: readonly Role[], ...features: ((app: FastifyInstance) => void)[]) =>
  async (app: FastifyInstance): Promise<void> => {
    app.addHook('onRequest', async (request) => {
      request.actor = await request.server.authenticate(request);
      if (!roles.includes(request.actor.role)) {
        throw new Forbidden('role', `This needs one of the roles: ${roles.join(', ')}.`);
      }
    });
    for (const feature of features) feature(app);
  };

declare module 'fastify' {
  interface FastifyInstance {
    db: Database;
    catalogue: Context['catalogue'];
    clock: () => Date;
    authenticate: (request: FastifyRequest) => Promise<Actor>;
  }
  interface FastifyRequest {
    actor: Actor;
  }
}
