import type { FastifyInstance, FastifyReply } from 'fastify';
import * as api from '@puente/schemas';
import { writeCsv } from '../../files/csv.ts';
import { route } from '../../route.ts';
import { createSelectionRound } from './create-selection-round.ts';
import { freezeSnapshot } from './freeze-snapshot.ts';
import { getSelectionRound } from './get-selection-round.ts';
import { getShortlist } from './get-shortlist.ts';
import { getSnapshotFile } from './get-snapshot-file.ts';
import { getStanding } from './get-standing.ts';
import { listSelectionRounds } from './list-selection-rounds.ts';
import { listStandings } from './list-standings.ts';
import { publishRound } from './publish-round.ts';
import { shortlistTable } from './shortlist-columns.ts';
import { writeShortlistXlsx } from './write-shortlist-xlsx.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const asFile = (reply: FastifyReply, type: string, name: string) =>
  reply.type(type).header('content-disposition', `attachment; filename="${name}"`);

/** For programme staff, and for administrators to read. */
export const selectionReadingRoutes = (app: FastifyInstance): void => {
  route(app, api.listSelectionRounds, (db, _actor, { context }) => listSelectionRounds(db, context));
  route(app, api.getSelectionRound, (db, _actor, { params, context }) =>
    getSelectionRound(db, params.roundId, context),
  );
  // Twenty thousand rows leave as they were read: checking them once more would take as long again.
  route(
    app,
    api.getShortlist,
    (db, actor, { params, query, context }) =>
      getShortlist(db, actor, params.roundId, { names: query.names === 'true', as: 'page' }, context),
    { serializerCompiler: () => JSON.stringify },
  );
  route(app, api.downloadShortlistCsv, async (db, actor, { params, query, reply, context }) => {
    const names = query.names === 'true';
    const shortlist = await getShortlist(db, actor, params.roundId, { names, as: 'csv' }, context);
    asFile(reply, 'text/csv; charset=utf-8', 'shortlist.csv');
    return writeCsv(shortlistTable(shortlist, names, query.language));
  });
  route(app, api.downloadShortlistXlsx, async (db, actor, { params, query, reply, context }) => {
    const names = query.names === 'true';
    const shortlist = await getShortlist(db, actor, params.roundId, { names, as: 'xlsx' }, context);
    asFile(reply, xlsx, 'shortlist.xlsx');
    return writeShortlistXlsx(shortlistTable(shortlist, names, query.language), query.language);
  });
  route(app, api.downloadSnapshot, async (db, _actor, { params, reply }) => {
    const { file, sha256 } = await getSnapshotFile(db, params.roundId);
    asFile(reply, 'application/json', `snapshot-${sha256.slice(0, 12)}.json`).header(
      'x-snapshot-sha256',
      sha256,
    );
    return Buffer.from(file);
  });
};

/** For programme staff alone. */
export const selectionRoutes = (app: FastifyInstance): void => {
  route(app, api.createSelectionRound, (db, actor, { body, context }) =>
    createSelectionRound(db, actor, body, context),
  );
  route(app, api.freezeSnapshot, (db, actor, { params, context }) =>
    freezeSnapshot(db, actor, params.roundId, context),
  );
  route(app, api.publishRound, (db, actor, { params, body, context }) =>
    publishRound(db, actor, params.roundId, body.why, context),
  );
};

/** A candidate's own result. */
export const standingRoutes = (app: FastifyInstance): void => {
  route(app, api.listStandings, async (db, actor) => ({ standings: await listStandings(db, actor) }));
  route(app, api.getStanding, (db, actor, { params, context }) =>
    getStanding(db, actor, params.roundId, context),
  );
};
