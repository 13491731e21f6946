import type { FastifyInstance } from 'fastify';
import * as api from '@puente/schemas';
import { route } from '../../route.ts';
import { createCampus } from './create-campus.ts';
import { createPerson } from './create-person.ts';
import { erasePerson } from './erase-person.ts';
import { issueActivationSheet } from './issue-activation-sheet.ts';
import { listCampuses } from './list-campuses.ts';
import { listPeople } from './list-people.ts';

/** For administrators and programme staff. */
export const peopleRoutes = (app: FastifyInstance): void => {
  route(app, api.listPeople, (db, _actor, { query }) => listPeople(db, query));
  route(app, api.issueActivationCodes, (db, actor, { body, context }) =>
    issueActivationSheet(db, actor, body, context.now),
  );
};

/** For administrators. */
export const peopleAdministrationRoutes = (app: FastifyInstance): void => {
  route(app, api.createPerson, (db, actor, { body, context }) => createPerson(db, actor, body, context.now));
  route(app, api.erasePerson, (db, actor, { params, body, context }) =>
    erasePerson(db, actor, params.personId, body.why, context.now),
  );
  route(app, api.createCampus, (db, actor, { body, context }) => createCampus(db, actor, body, context.now));
};

/** For everybody who names a campus in a form. */
export const campusRoutes = (app: FastifyInstance): void => {
  route(app, api.listCampuses, async (db) => ({ campuses: await listCampuses(db) }));
};
