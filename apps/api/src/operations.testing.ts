import type { FastifyInstance } from 'fastify';

interface Operation {
  method: string;
  /** With `{name}` for each parameter. */
  path: string;
}

/** Every operation that the OpenAPI document describes. */
export const listOperations = async (app: FastifyInstance): Promise<Operation[]> => {
  const document = (await app.inject('/api/openapi.json')).json() as {
    paths: Record<string, Record<string, object>>;
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
};
