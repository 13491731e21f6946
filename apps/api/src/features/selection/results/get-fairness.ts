import { createHash } from 'node:crypto';
import type { InstitutionDatabase } from '@puente/database';
import type { Fairness } from '@puente/schemas';
import { computeApart } from '../compute-apart.ts';
import { listCandidates } from '../review/list-candidates.ts';
import { getRoundRow, policyOf, type RoundRow } from '../round-row.ts';
import type { SnapshotV1 } from '../rules/selection-v1.ts';
import { getRoundSnapshotFile, getSnapshotRow } from '../snapshot/get-snapshot-row.ts';
import type { FairnessInput } from './fairness-of.ts';

/** Selection rates, item bias and effort, as prompts to look. */
export const getFairness = async (db: InstitutionDatabase, roundId: string): Promise<Fairness> => {
  const round = await getRoundRow(db, roundId);
  return computeApart({ kind: 'fairness', input: await collectFacts(db, round) });
};

const collectFacts = async (db: InstitutionDatabase, round: RoundRow): Promise<FairnessInput> => {
  const policy = policyOf(round);
  const snapshot = await getSnapshotRow(db, round.id);
  const file = JSON.parse((await getRoundSnapshotFile(db, round.id)).file) as SnapshotV1;
  const { rows: candidates, final } = await listCandidates(db, round, policy, snapshot);
  const decided = new Map(candidates.map((candidate) => [candidate.learnerKey, candidate]));
  const { rows: facts } = await db.$client.query<{
    learnerKey: string;
    sex: string | null;
    firstLanguage: string | null;
  }>(
    `select learner_key as "learnerKey", sex, first_language as "firstLanguage" from fairness_facts
     where institution_id = $1 and learner_key = any($2::uuid[])`,
    [db.institutionId, candidates.map(({ learnerKey }) => learnerKey)],
  );
  const factsOf = new Map(facts.map((row) => [row.learnerKey, row]));
  const { rows: times } = await db.$client.query<{ learnerKey: string; itemId: string; seconds: number }>(
    `select c.learner_key as "learnerKey", c.item_id as "itemId", r.shown_ms / 1000.0 as seconds
     from counted_responses c
     join attempts a on a.institution_id = c.institution_id and a.id = c.attempt_id
     join responses r on r.institution_id = c.institution_id and r.learner_key = c.learner_key and r.id = c.response_id
     where c.institution_id = $1 and a.sitting_id = any($2::uuid[])`,
    [db.institutionId, policy.sittings.map(({ sittingId }) => sittingId)],
  );
  const secondsOf = new Map(times.map((row) => [`${row.learnerKey} ${row.itemId}`, Number(row.seconds)]));
  const { rows: campuses } = await db.$client.query<{ id: string; name: string }>(
    'select id, name from campuses where institution_id = $1',
    [db.institutionId],
  );
  return {
    basis: final ? 'seated' : 'in',
    people: file.candidates.map(({ learnerKey, campusId, sat }) => {
      const own = factsOf.get(learnerKey);
      const candidate = decided.get(learnerKey);
      return {
        selected: final ? candidate?.decided?.outcome === 'seat' : candidate?.zone === 'in',
        facts: {
          sex: own?.sex ?? null,
          campus: campusId,
          firstLanguage: own?.firstLanguage ?? null,
        },
        sat: sat.map(({ formId, credits }) => ({
          formId,
          credits,
          seconds: file.forms
            .find(({ id }) => id === formId)!
            .items.map(({ id }) => secondsOf.get(`${learnerKey} ${id}`) ?? null),
        })),
      };
    }),
    forms: file.forms.map(({ id, courseId, items }) => ({
      formId: id,
      courseId,
      items: items.map((item) => itemCode(item.id)),
    })),
    campusNames: Object.fromEntries(campuses.map(({ id, name }) => [id, name])),
  };
};

/** A sealed item is told by a code: its id may say what it asks. */
const itemCode = (itemId: string): string =>
  createHash('sha256').update(itemId).digest('hex').slice(0, 6).toUpperCase();
