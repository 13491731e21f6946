import type { FastifyInstance, FastifyReply } from 'fastify';
import * as api from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { Unauthenticated } from '../../errors.ts';
import { refreshCookie } from '../../plugins/session.ts';
import { openRoute } from '../../route.ts';
import { activate } from './activate.ts';
import { endSession } from './end-session.ts';
import { getMe } from './get-me.ts';
import { getJoin, joinCohort, joinSignedIn } from './join-cohort.ts';
import { readRefreshToken, refreshTokenFor } from './refresh-token.ts';
import { refreshSession } from './refresh-session.ts';
import { signIn } from './sign-in.ts';
import { switchMembership } from './switch-membership.ts';

/** Signing in and out: each route finds its own institution. */
export const accountRoutes = (app: FastifyInstance, refreshKey: string): void => {
  const begin = (reply: FastifyReply, actor: Actor, generation = 1) => {
    app.setSession(reply, actor, refreshTokenFor(refreshKey, { ...actor, generation }));
    return getMe(app.db, actor);
  };

  openRoute(app, api.signIn, async ({ body, request, reply, context }) =>
    begin(reply, await signIn(app.db, body, request.ip, context.now)),
  );
  openRoute(app, api.activate, async ({ body, reply, context }) =>
    begin(reply, await activate(app.db, body, context.now)),
  );
  openRoute(app, api.getJoin, ({ params, request, context }) =>
    getJoin(app.db, params.code, request.ip, context),
  );
  openRoute(app, api.join, async ({ params, body, request, reply, context }) =>
    begin(reply, await joinCohort(app.db, params.code, body, request.ip, context.now)),
  );
  openRoute(app, api.getSession, async ({ request }) => getMe(app.db, await app.authenticate(request)));
  openRoute(app, api.switchMembership, async ({ body, request, reply, context }) =>
    begin(
      reply,
      await switchMembership(app.db, await app.authenticate(request), body.membershipId, context.now),
    ),
  );
  openRoute(app, api.signOut, async ({ request, reply, context }) => {
    const claim = readRefreshToken(refreshKey, request.cookies[refreshCookie] ?? '');
    if (claim) await endSession(app.db, claim, context.now);
    app.clearSession(reply);
    return {};
  });
  openRoute(app, api.refreshSession, async ({ request, reply, context }) => {
    const claim = readRefreshToken(refreshKey, request.cookies[refreshCookie] ?? '');
    if (!claim) throw new Unauthenticated('signed_out', 'Sign in first.');
    const { actor, generation } = await refreshSession(app.db, claim, context.now);
    return begin(reply, actor, generation);
  });
};

/** For students: finds the cohort outside the transaction that enrols, so that a wrong code counts. */
export const joinRoutes = (app: FastifyInstance): void => {
  openRoute(app, api.joinSignedIn, ({ body, request, context }) =>
    joinSignedIn(app.db, request.actor, body.code, request.ip, context.now),
  );
};
