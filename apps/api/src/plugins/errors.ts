import type { FastifyReply } from 'fastify';
import fp from 'fastify-plugin';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Problem } from '@puente/schemas';
import * as z from 'zod/mini';
import { DomainError } from '../errors.ts';
import { fieldErrors, unstorableFields } from './field-errors.ts';

const problem = (status: number, code: string, title: string, rest: Partial<Problem> = {}): Problem => ({
  type: `urn:puente:problem:${code}`,
  title,
  status,
  code,
  ...rest,
});

export const sendProblem = (
  reply: FastifyReply,
  status: number,
  code: string,
  title: string,
  rest?: Partial<Problem>,
): FastifyReply =>
  reply
    .code(status)
    .type('application/problem+json')
    .send(problem(status, code, title, rest));

/** One handler for every error: problem details (RFC 9457). What went wrong inside never leaves the server. */
export const errors = fp(async (app) => {
  // Without its words, each message of zod/mini is "Invalid input".
  z.config(z.locales.en());
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    if (error instanceof DomainError) {
      return sendProblem(
        reply,
        error.status,
        error.code,
        error.message,
        error.errors && { errors: error.errors },
      );
    }
    if (hasZodFastifySchemaValidationErrors(error)) {
      const place = error.validationContext ?? 'body';
      return sendProblem(reply, 400, 'invalid', `The ${place} is not valid.`, {
        errors: fieldErrors(
          error.validation.map(({ keyword, instancePath, message, params }) => ({
            code: keyword,
            path: instancePath.split('/').filter(Boolean),
            message: message ?? 'Not valid.',
            ...params,
          })),
          place,
        ),
      });
    }
    if (/^22(021|P05)$/.test(codeOf(error) ?? '')) {
      const message = 'Contains a character that cannot be stored.';
      const { params, query, body } = request;
      const fields = [params, query, body].flatMap((part) => unstorableFields(part));
      return sendProblem(reply, 400, 'invalid', message, {
        errors: (fields.length ? fields : ['body']).map((field) => ({ field, message })),
      });
    }
    const status = error.statusCode ?? 500;
    if (status < 500)
      return sendProblem(reply, status, (error.code ?? 'bad_request').toLowerCase(), error.message);
    if (isUnavailable(error)) {
      request.log.error({ code: codeOf(error) }, 'the database is out of reach');
      reply.header('retry-after', '2');
      return sendProblem(
        reply,
        503,
        'unavailable',
        'Not available for a moment. Nothing was changed; try again.',
      );
    }
    // A database error's message holds the statement's parameters, which are answers and names.
    request.log.error(
      { code: codeOf(error), constraint: constraintOf(error), stack: stackOnly(error) },
      'request failed',
    );
    return sendProblem(reply, 500, 'internal', 'Something failed on our side. Nothing was changed.');
  });

  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, 404, 'not_found', `There is no ${request.method} ${request.url.split('?')[0]}.`),
  );
});

const chain = function* (error: unknown): Generator<Error & { code?: string; constraint?: string }> {
  for (let at = error; at instanceof Error; at = at.cause) yield at;
};
const codeOf = (error: Error) => [...chain(error)].map((at) => at.code).find(Boolean);
const constraintOf = (error: Error) => [...chain(error)].map((at) => at.constraint).find(Boolean);
const stackOnly = (error: Error) =>
  error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
const isUnavailable = (error: Error) =>
  [...chain(error)].some(
    (at) =>
      /^(08|57P|53|ECONN|EPIPE)/.test(at.code ?? '') ||
      /timeout exceeded when trying to connect|Connection terminated/.test(at.message),
  );
