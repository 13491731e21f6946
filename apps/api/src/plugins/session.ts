import cookie from '@fastify/cookie';
import jwt from '@fastify/jwt';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { Actor } from '../actor.ts';
import { Forbidden, Unauthenticated } from '../errors.ts';

export const accessCookie = 'puente_access';
export const refreshCookie = 'puente_refresh';
const accessSeconds = 600;
export const refreshSeconds = 60 * 24 * 3600;

interface Options {
  accessKey: string;
}

interface Claims {
  acc: string;
  ins: string;
  mem: string;
  ses: string;
  rol: Actor['role'];
  lrn: string | null;
}

/** A phone that two people share says whose answers it sends: the other's sign-in must not send them. */
const ofWhomWasMeant = (request: FastifyRequest, actor: Actor): Actor => {
  const meant = request.headers['puente-account'];
  if (meant !== undefined && meant !== actor.membershipId) {
    throw new Forbidden('other_account', 'Somebody else is signed in on this device.');
  }
  return actor;
};

/** Cookies, access tokens, and the rule that another site's page can change nothing. */
export const session = fp<Options>(async (app, { accessKey }) => {
  await app.register(cookie);
  await app.register(jwt, {
    secret: accessKey,
    sign: { algorithm: 'HS256' },
    // The expiry is compared with the app's own clock below.
    verify: { algorithms: ['HS256'], ignoreExpiration: true },
  });
  app.decorateRequest('actor');

  app.decorate('authenticate', async (request: FastifyRequest) => {
    const token = request.cookies[accessCookie];
    if (!token) throw new Unauthenticated('signed_out', 'Sign in first.');
    try {
      const claims = app.jwt.verify<Claims & { exp: number }>(token);
      if (claims.exp * 1000 <= app.clock().getTime()) throw new Error('expired');
      return ofWhomWasMeant(request, {
        accountId: claims.acc,
        institutionId: claims.ins,
        membershipId: claims.mem,
        sessionId: claims.ses,
        role: claims.rol,
        learnerKey: claims.lrn,
      });
    } catch (caught) {
      if (caught instanceof Forbidden) throw caught;
      throw new Unauthenticated('session_expired', 'The session has expired; refresh it or sign in again.');
    }
  });

  app.decorate('setSession', (reply: FastifyReply, actor: Actor, refreshToken: string) => {
    const issuedAt = Math.floor(app.clock().getTime() / 1000);
    const claims: Claims & { iat: number; exp: number } = {
      acc: actor.accountId,
      ins: actor.institutionId,
      mem: actor.membershipId,
      ses: actor.sessionId,
      rol: actor.role,
      lrn: actor.learnerKey,
      iat: issuedAt,
      exp: issuedAt + accessSeconds,
    };
    const options = {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: reply.request.protocol === 'https',
    } as const;
    reply.setCookie(accessCookie, app.jwt.sign(claims), { ...options, maxAge: accessSeconds });
    reply.setCookie(refreshCookie, refreshToken, { ...options, maxAge: refreshSeconds });
  });

  app.decorate('clearSession', (reply: FastifyReply) => {
    reply.clearCookie(accessCookie, { path: '/' });
    reply.clearCookie(refreshCookie, { path: '/' });
  });

  // Browsers say where a request comes from; a program that says nothing carries no one's cookies by accident.
  app.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return;
    const site = request.headers['sec-fetch-site'];
    const { origin } = request.headers;
    const foreign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined && origin !== `${request.protocol}://${request.host}`);
    if (foreign) throw new Forbidden('cross_site', 'A page of another site cannot change anything here.');
  });
});

declare module 'fastify' {
  interface FastifyInstance {
    setSession: (reply: FastifyReply, actor: Actor, refreshToken: string) => void;
    clearSession: (reply: FastifyReply) => void;
  }
}
