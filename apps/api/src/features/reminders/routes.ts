import type { FastifyInstance } from 'fastify';
import * as api from '@puente/schemas';
import { route } from '../../route.ts';
import { chooseReminder } from './choose-reminder.ts';

/** For students: their own. */
export const reminderRoutes = (app: FastifyInstance): void => {
  route(app, api.chooseReminder, (db, actor, { body, context }) =>
    chooseReminder(db, actor, body.hour, context.now),
  );
};
