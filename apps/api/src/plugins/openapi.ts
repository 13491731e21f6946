import { createHash } from 'node:crypto';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

/** Describes every route of the scope at /api/openapi.json. */
export const openapi = fp<{ version: string }>(async (app, { version }) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Puente',
        version,
        description:
          'Learning, measurement and selection. Errors are problem details (RFC 9457). Sign in with POST /api/session.',
      },
      servers: [{ url: '/' }],
    },
    transform: jsonSchemaTransform,
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
});

const inlineScripts = (page: string): string[] =>
  [...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script!);

/** Makes that document readable at /api/docs, under a policy of its own: what starts the page is named by its hash. */
export const reference = async (app: FastifyInstance): Promise<void> => {
  await app.register(helmet, { contentSecurityPolicy: false });
  app.addHook('onSend', async (_request, reply, payload) => {
    const hashes =
      typeof payload === 'string' && String(reply.getHeader('content-type')).startsWith('text/html')
        ? inlineScripts(payload).map(
            (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
          )
        : [];
    reply.header(
      'content-security-policy',
      [
        "default-src 'none'",
        ["script-src 'self'", ...hashes].join(' '),
        // The reference writes its styles into the page.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    );
  });
  const { default: page } = await import('@scalar/fastify-api-reference');
  await app.register(page, {
    routePrefix: '/api/docs',
    configuration: {
      url: '/api/openapi.json',
      pageTitle: 'Puente API',
      withDefaultFonts: false,
      telemetry: false,
      // These lead to a service of its maker.
      agent: { disabled: true },
      mcp: { disabled: true },
      showDeveloperTools: 'never',
      hideClientButton: true,
    } as never,
  });
};
