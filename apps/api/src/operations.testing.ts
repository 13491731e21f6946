import type { FastifyInstance } from 'fastify';

export interface Operation {
  method: string;
  /** With `{name}` for each parameter. */
  path: string;
  bodyFields: string[];
}

interface Schema {
  properties?: Record<string, unknown>;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

const fieldsOf = (schema: Schema | undefined): string[] =>
  schema
    ? [
        ...Object.keys(schema.properties ?? {}),
        ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(fieldsOf),
      ]
    : [];

/** Every operation that the OpenAPI document describes. */
export const listOperations = async (app: FastifyInstance): Promise<Operation[]> => {
  const document = (await app.inject('/api/openapi.json')).json() as {
    paths: Record<
      string,
      Record<string, { requestBody?: { content?: Record<string, { schema?: Schema }> } }>
    >;
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      bodyFields: fieldsOf(operation.requestBody?.content?.['application/json']?.schema),
    })),
  );
};
