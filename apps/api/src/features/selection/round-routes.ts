import type { FastifyInstance, FastifyReply } from 'fastify';
import * as api from '@puente/schemas';
import { writeCsv } from '../../files/csv.ts';
import { openRoute, route } from '../../route.ts';
import { actOnRound } from './act-on-round.ts';
import { apply, withdraw } from './apply/apply.ts';
import { askGuardian, getGuardianPage, guardianDecides } from './apply/ask-guardian.ts';
import { getOwnRound, listOwnRounds } from './apply/get-own-round.ts';
import { listApplications } from './apply/list-applications.ts';
import { getOwnFacts, tellOwnFacts } from './apply/own-facts.ts';
import { createRound } from './create-round.ts';
import { getRound, listRounds } from './get-round.ts';
import { writePolicy } from './policy/write-policy.ts';
import { answerClaim, listClaims, makeClaim } from './results/claims.ts';
import { getFairness } from './results/get-fairness.ts';
import { getLetter } from './results/get-letter.ts';
import { getOwnResult } from './results/get-own-result.ts';
import { getPublicRound, inPublic } from './results/get-public-round.ts';
import { publishResults } from './results/publish-results.ts';
import { getActa } from './results/seal-acta.ts';
import { writeActaPdf } from './results/write-acta-pdf.ts';
import { writeLetterPdf } from './results/write-letter-pdf.ts';
import { declareConflict, getDossier, listDossiers, readDossier } from './review/dossiers.ts';
import { enterDraw } from './review/enter-draw.ts';
import { getMerits, getMeritsFile } from './review/get-merits.ts';
import { meritsTable, writeMeritsPdf } from './review/merit-columns.ts';
import { decideOverride, listOverrides, proposeOverride } from './review/overrides.ts';
import { getRoundSnapshotFile } from './snapshot/get-snapshot-row.ts';
import { writeShortlistXlsx } from './write-shortlist-xlsx.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const asFile = (reply: FastifyReply, type: string, name: string) =>
  reply.type(type).header('content-disposition', `attachment; filename="${name}"`);

/** For programme staff, and for administrators to read. */
export const roundReadingRoutes = (app: FastifyInstance): void => {
  route(app, api.listRounds, (db, _actor, { context }) => listRounds(db, context));
  route(app, api.getRound, (db, actor, { params, context }) => getRound(db, actor, params.roundId, context));
  route(app, api.listApplications, async (db, _actor, { params, context }) => ({
    applications: await listApplications(db, params.roundId, context),
  }));
  route(app, api.getMerits, (db, actor, { params, query, context }) =>
    getMerits(db, actor, params.roundId, { names: query.names === 'true', as: 'page' }, context),
  );
  route(app, api.downloadMeritsCsv, async (db, actor, { params, query, reply, context }) => {
    const names = query.names === 'true';
    const merits = await getMerits(db, actor, params.roundId, { names, as: 'csv' }, context);
    asFile(reply, 'text/csv; charset=utf-8', 'merits.csv');
    return writeCsv(meritsTable(merits, names, query.language));
  });
  route(app, api.downloadMeritsXlsx, async (db, actor, { params, query, reply, context }) => {
    const names = query.names === 'true';
    const merits = await getMerits(db, actor, params.roundId, { names, as: 'xlsx' }, context);
    asFile(reply, xlsx, 'merits.xlsx');
    return writeShortlistXlsx(meritsTable(merits, names, query.language), query.language);
  });
  route(app, api.downloadMeritsPdf, async (db, actor, { params, query, reply, context }) => {
    const names = query.names === 'true';
    const merits = await getMerits(db, actor, params.roundId, { names, as: 'pdf' }, context);
    asFile(reply, 'application/pdf', 'merits.pdf');
    return writeMeritsPdf(merits, names, query.language);
  });
  route(app, api.downloadMeritsJson, async (db, _actor, { params, reply }) => {
    const { text, sha256 } = await getMeritsFile(db, params.roundId);
    asFile(reply, 'application/json', `merits-${sha256.slice(0, 12)}.json`).header('x-merits-sha256', sha256);
    return Buffer.from(text);
  });
  route(app, api.downloadRoundSnapshot, async (db, _actor, { params, reply }) => {
    const { file, sha256 } = await getRoundSnapshotFile(db, params.roundId);
    asFile(reply, 'application/json', `snapshot-${sha256.slice(0, 12)}.json`).header(
      'x-snapshot-sha256',
      sha256,
    );
    return Buffer.from(file);
  });
  route(app, api.downloadActa, async (db, _actor, { params, query, reply }) => {
    const acta = await getActa(db, params.roundId);
    asFile(reply, 'application/pdf', 'acta.pdf');
    return writeActaPdf(acta, query.language);
  });
  route(app, api.listOverrides, async (db, actor, { params }) => ({
    overrides: await listOverrides(db, actor, params.roundId),
  }));
  route(app, api.getFairness, (db, _actor, { params }) => getFairness(db, params.roundId));
  route(app, api.listClaims, async (db, _actor, { params }) => ({
    claims: await listClaims(db, params.roundId),
  }));
};

/** For programme staff alone. */
export const roundRoutes = (app: FastifyInstance): void => {
  route(app, api.createRound, (db, actor, { body, context }) => createRound(db, actor, body, context));
  route(app, api.writePolicy, (db, actor, { params, body, context }) =>
    writePolicy(db, actor, params.roundId, body, context),
  );
  route(app, api.actOnRound, (db, actor, { params, body, context }) =>
    actOnRound(db, actor, params.roundId, body, context),
  );
  route(app, api.enterDraw, (db, actor, { params, body, context }) =>
    enterDraw(db, actor, params.roundId, body, context),
  );
  route(app, api.publishResults, (db, actor, { params, body, context }) =>
    publishResults(db, actor, params.roundId, body, context),
  );
  route(app, api.listDossiers, async (db, actor, { params }) => ({
    dossiers: await listDossiers(db, actor, params.roundId),
    criteria: [...api.rubricCriteria],
  }));
  route(app, api.getDossier, (db, actor, { params }) => getDossier(db, actor, params.roundId, params.code));
  route(app, api.readDossier, (db, actor, { params, body, context }) =>
    readDossier(db, actor, params.roundId, params.code, body, context),
  );
  route(app, api.declareConflict, (db, actor, { params, body, context }) =>
    declareConflict(db, actor, params.roundId, params.code, body.why, context),
  );
  route(app, api.proposeOverride, async (db, actor, { params, body, context }) => ({
    overrides: await proposeOverride(db, actor, params.roundId, body, context),
  }));
  route(app, api.decideOverride, async (db, actor, { params, body, context }) => ({
    overrides: await decideOverride(db, actor, params.roundId, params.overrideId, body, context),
  }));
  route(app, api.answerClaim, async (db, actor, { params, body, context }) => ({
    claims: await answerClaim(db, actor, params.roundId, params.claimId, body, context),
  }));
};

/** For students: the own application, result and claims. */
export const ownRoundRoutes = (app: FastifyInstance): void => {
  route(app, api.listOwnRounds, async (db, actor, { context }) => ({
    rounds: await listOwnRounds(db, actor, context),
  }));
  route(app, api.getOwnRound, (db, actor, { params, context }) =>
    getOwnRound(db, actor, params.roundId, context),
  );
  route(app, api.apply, (db, actor, { params, body, context }) =>
    apply(db, actor, params.roundId, body, context),
  );
  route(app, api.withdraw, (db, actor, { params, context }) => withdraw(db, actor, params.roundId, context));
  route(app, api.askGuardian, (db, actor, { params, context }) =>
    askGuardian(db, actor, params.roundId, context),
  );
  route(app, api.getOwnFacts, (db, actor) => getOwnFacts(db, actor));
  route(app, api.tellOwnFacts, (db, actor, { body, context }) => tellOwnFacts(db, actor, body, context));
  route(app, api.getOwnResult, (db, actor, { params, context }) =>
    getOwnResult(db, actor, params.roundId, context),
  );
  route(app, api.downloadLetter, async (db, actor, { params, query, reply, context }) => {
    const letter = await getLetter(db, actor, params.roundId, context);
    asFile(reply, 'application/pdf', 'letter.pdf');
    return writeLetterPdf(letter, query.language);
  });
  route(app, api.makeClaim, (db, actor, { params, body, context }) =>
    makeClaim(db, actor, params.roundId, body.text, context),
  );
};

/** For anybody: guardians by their link, and what is published. */
export const publicRoundRoutes = (app: FastifyInstance): void => {
  openRoute(app, api.getGuardianPage, ({ params, request, context }) =>
    getGuardianPage(request.server.db, params.token, context),
  );
  openRoute(app, api.guardianDecides, ({ params, body, request, context }) =>
    guardianDecides(request.server.db, params.token, body, context),
  );
  openRoute(app, api.getPublicRound, ({ params, request, context }) =>
    getPublicRound(request.server.db, params.institution, params.roundId, context),
  );
  openRoute(app, api.downloadPublicActa, ({ params, query, request, reply }) =>
    inPublic(request.server.db, params.institution, async (db) => {
      const acta = await getActa(db, params.roundId);
      asFile(reply, 'application/pdf', 'acta.pdf');
      return writeActaPdf(acta, query.language);
    }),
  );
};
