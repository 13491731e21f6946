import { createCatalogue, type Catalogue } from '../../apps/api/src/catalogue.ts';
import { snapshotBytes } from '../../apps/api/src/features/selection/snapshot-bytes.ts';
import type { SnapshotFile } from '../../apps/api/src/features/selection/rules/selection-v0.ts';
import { loadContent, readDirectory } from '../../packages/content/src/server.ts';
import { newId, type Database, type InstitutionDatabase } from '../../packages/database/src/index.ts';
import { seededRandom } from '../../packages/measurement/src/index.ts';
import { contentFolder } from './start-api.ts';

export interface LargeSection {
  institutionId: string;
  catalogue: Catalogue;
  responses: number;
  paths: Record<'insights' | 'items' | 'analysis' | 'shortlist', string>;
  snapshotId: string;
}

const practices = 16;
const itemsAPractice = 10;
const sealedItems = 100;

/**
 * One section with 200 responses a student, written by the database itself: two forms of twenty items, sixteen
 * practices of ten. Every table holds what folding would have left in it.
 */
export const seedLargeSection = async (database: Database, students: number): Promise<LargeSection> => {
  const catalogue = createCatalogue(loadContent(readDirectory(contentFolder)));
  const institutionId = await database.asGlobal(async (db) => {
    const { rows } = await db.execute<{ id: string }>(
      `insert into institutions (code, name) values ('large', 'Large') returning id`,
    );
    return rows[0]!.id;
  });
  return database.asInstitution(institutionId, async (db) => {
    const { cohortId, sittings } = await addSection(db, students);
    const responses = await addAnswers(db, catalogue, cohortId, sittings);
    const { roundId, snapshotId } = await addSnapshot(db, students, sittings.opening);
    return {
      institutionId,
      catalogue,
      responses,
      snapshotId,
      paths: {
        insights: `/api/cohorts/${cohortId}/insights?course=physiology`,
        items: `/api/cohorts/${cohortId}/items?course=physiology`,
        analysis: `/api/sittings/${sittings.opening}/analysis`,
        shortlist: `/api/selection-rounds/${roundId}/shortlist`,
      },
    };
  });
};

const addSection = async (db: InstitutionDatabase, students: number) => {
  const one = async (text: string, ...values: unknown[]) =>
    (await db.$client.query<{ id: string }>(text, [db.institutionId, ...values])).rows[0]!.id;
  const none = async (text: string, ...values: unknown[]) => {
    await db.$client.query(text, [db.institutionId, ...values]);
  };
  const cohortId = await one(
    `insert into cohorts (institution_id, name, term, starts_on, ends_on)
     values ($1, 'Bench', '2026-2', current_date - 90, current_date + 30) returning id`,
  );
  await none(`insert into cohort_courses values ($1, $2, 'physiology')`, cohortId);
  for (const role of ['faculty', 'staff']) {
    const personId = await one(
      `insert into people (institution_id, given_names, first_surname) values ($1, 'Ana', 'Paz') returning id`,
    );
    const membershipId = await one(
      `insert into memberships (institution_id, person_id, role) values ($1, $2, $3) returning id`,
      personId,
      role,
    );
    if (role === 'faculty')
      await none('insert into cohort_faculty values ($1, $2, $3)', cohortId, membershipId);
  }
  await none(
    `with made as (
       insert into people (institution_id, given_names, first_surname, second_surname, student_code, synthetic)
       select $1, 'Nombre' || n, 'Ñaupa' || n % 97, 'Quispe', 'B' || n, true from generate_series(1, $3::int) n returning id),
     joined as (
       insert into memberships (institution_id, person_id, role) select $1, id, 'student' from made returning id),
     linked as (
       insert into learner_links (institution_id, membership_id) select $1, id from joined returning learner_key)
     insert into enrolments (institution_id, cohort_id, learner_key, enrolled_at)
     select $1, $2, learner_key, now() - interval '90 days' from linked`,
    cohortId,
    students,
  );
  const sitting = (wave: string, from: number, to: number) =>
    one(
      `insert into sittings (institution_id, cohort_id, course_id, wave, forms, demonstration, opens_at, closes_at,
         duration_minutes, assignment_seed, created_by)
       values ($1, $2, 'physiology', $3, '{P1-A,P1-B}', true, now() - $4 * interval '1 day', now() - $5 * interval '1 day',
         60, 'bench', gen_random_uuid()) returning id`,
      cohortId,
      wave,
      from,
      to,
    );
  return {
    cohortId,
    sittings: { opening: await sitting('opening', 90, 80), closing: await sitting('closing', 5, 4) },
  };
};

const addAnswers = async (
  db: InstitutionDatabase,
  catalogue: Catalogue,
  cohortId: string,
  sittings: { opening: string; closing: string },
): Promise<number> => {
  const query = (text: string, ...values: unknown[]) => db.$client.query(text, [db.institutionId, ...values]);
  const practice = [...catalogue.modules.values()].flatMap((module) =>
    module.courseId === 'physiology'
      ? module.practice.filter((item) => item.kind === 'single-best-answer')
      : [],
  );
  const items = [...catalogue.items.values()].flatMap((item) =>
    item.courseId === 'physiology' && item.kind === 'single-best-answer' ? [item] : [],
  );
  const [a, b] = ['P1-A', 'P1-B'].map((form) => catalogue.getForm(form).items);
  await query(
    `create temp table learners on commit drop as
     select learner_key, (row_number() over (order by learner_key))::int as place,
       (random() + random() + random() - 1.5) * 0.35 as ability
     from enrolments where institution_id = $1 and cohort_id = $2`,
    cohortId,
  );
  await query(
    `insert into attempts (institution_id, id, learner_key, kind, course_id, content_id, cohort_id, sitting_id, wave,
       language, items, seed, started_at, closes_at, finished_at)
     select $1, uuidv7(), l.learner_key, 'sitting', 'physiology', case when first then 'P1-A' else 'P1-B' end, $2,
       w.sitting, w.wave, 'es', case when first then $5::text[] else $6::text[] end, 'bench', w.at, w.at + interval '1 hour',
       w.at + interval '20 minutes'
     from learners l
     cross join (values ('opening', $3::uuid, now() - interval '85 days'),
       ('closing', $4::uuid, now() - interval '4 days 12 hours')) as w (wave, sitting, at)
     cross join lateral (select (l.place % 2 = 0) = (w.wave = 'opening') as first) side`,
    cohortId,
    sittings.opening,
    sittings.closing,
    a,
    b,
  );
  await query(
    `insert into attempts (institution_id, id, learner_key, kind, course_id, content_id, cohort_id, language, items, seed,
       started_at, finished_at)
     select $1, uuidv7(), l.learner_key, 'practice', 'physiology', 'membrane-potential', $2, 'es',
       array(select item from unnest($3::text[]) with ordinality as i (item, place)
         order by (i.place * 7 + l.place + n) % cardinality($3::text[]) limit $4), 'bench',
       now() - interval '80 days' + n * interval '4 days', now() - interval '80 days' + n * interval '4 days'
     from learners l cross join generate_series(1, $5::int) n`,
    cohortId,
    practice.map((item) => item.id),
    itemsAPractice,
    practices,
  );
  await query(
    `create temp table answers on commit drop as
     select t.id as attempt_id, t.learner_key, coalesce(t.wave, t.kind) as scope, t.started_at, i.item, i.place,
       uuidv7() as response_id, k.content_hash, k.scoring_hash, chance.knew,
       case when chance.knew then k.key else k.wrong end as choice,
       case when chance.knew then 2 + (i.place % 3) else 1 + (i.place + l.place) % 4 end as level
     from attempts t
     join learners l using (learner_key)
     cross join unnest(t.items) with ordinality as i (item, place)
     join unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::float8[])
       as k (item, content_hash, scoring_hash, key, wrong, easy) on k.item = i.item
     cross join lateral (select random() < least(0.95, greatest(0.05,
       k.easy + l.ability + case when t.wave = 'closing' then 0.2 else 0 end)) as knew) chance
     where t.institution_id = $1`,
    items.map((item) => item.id),
    items.map((item) => item.contentHash),
    items.map((item) => item.scoringHash),
    items.map((item) => item.key),
    items.map((item) => item.options.find((option) => option.id !== item.key)!.id),
    items.map((_, place) => 0.35 + 0.3 * ((place * 0.618) % 1)),
  );
  const meaning = '(array[0.25, 0.5, 0.7, 0.85, 0.97])[level + 1]';
  await query(
    `insert into responses (institution_id, learner_key, id, attempt_id, item_id, content_hash, payload_hash, language,
       option_order, position, exposure, answer, confidence_level, confidence, device_sequence, wall_time, elapsed_ms,
       clock_offset_ms, shown_ms, lease, origin, app_version, schema_version, received_at)
     select $1, learner_key, response_id, attempt_id, item, content_hash, 'bench', 'es', '{}', place, 1, to_jsonb(choice),
       level, ${meaning}, place, started_at + place * interval '30 seconds', place * 30000, 0, 15000 + (place * 997) % 20000,
       1, 'online', 'bench', 1, started_at + place * interval '30 seconds' from answers`,
  );
  const { rowCount } = await query(
    `insert into counted_responses (institution_id, attempt_id, item_id, response_id, learner_key, cohort_id, course_id,
       scope, scoring_hash, choice, confidence_level, confidence, fraction, answered_at)
     select $1, attempt_id, item, response_id, learner_key, $2, 'physiology', scope, scoring_hash, choice, level,
       ${meaning}, knew::int, started_at + place * interval '30 seconds' from answers`,
    cohortId,
  );
  await query(
    `insert into response_counts (institution_id, cohort_id, scope, item_id, scoring_hash, choice, confidence_level, responses)
     select institution_id, cohort_id, scope, item_id, scoring_hash, choice, confidence_level, count(*)
     from counted_responses where institution_id = $1 group by 1, 2, 3, 4, 5, 6, 7`,
  );
  await query(
    `insert into attempt_totals (institution_id, attempt_id, learner_key, cohort_id, course_id, scope, counted, fraction_sum,
       right_count, confidence_sum, brier_sum)
     select institution_id, attempt_id, learner_key, cohort_id, course_id, scope, count(*), sum(fraction), sum(fraction)::int,
       sum(confidence), sum((confidence - fraction) ^ 2)
     from counted_responses where institution_id = $1 group by 1, 2, 3, 4, 5, 6`,
  );
  await query(
    `insert into cohort_analyses (institution_id, cohort_id, course_id, revision) values ($1, $2, 'physiology', 1)`,
    cohortId,
  );
  return rowCount!;
};

/** The frozen evidence of a round over a hundred items, waiting for the job that ranks it. */
const addSnapshot = async (db: InstitutionDatabase, students: number, sittingId: string) => {
  const query = (text: string, ...values: unknown[]) => db.$client.query(text, [db.institutionId, ...values]);
  const { rows: learners } = await db.$client.query<{ learnerKey: string }>(
    'select learner_key as "learnerKey" from enrolments where institution_id = $1 order by 1',
    [db.institutionId],
  );
  const random = seededRandom('bench shortlist');
  const difficulty = Array.from({ length: sealedItems }, () => random.normal());
  const [roundId, snapshotId] = [newId(), newId()];
  const seats = Math.round(students / 100);
  const policy = { rule: 'selection/v0' as const, seats, reserves: 5, draws: 10_000, seed: 'bench' };
  const file: SnapshotFile = {
    format: 'selection/v0',
    round: { id: roundId },
    policy,
    sittings: [
      { id: sittingId, courseId: 'physiology', forms: ['S'], proctored: true, demonstration: false },
    ],
    forms: [
      {
        id: 'S',
        courseId: 'physiology',
        items: difficulty.map((_, place) => ({ id: `s-${place}`, contentHash: '', scoringHash: '' })),
      },
    ],
    candidates: learners.map(({ learnerKey }) => {
      const ability = random.normal();
      const fractions = difficulty.map((b) => (random.next() < 1 / (1 + Math.exp(b - ability)) ? 1 : 0));
      return { learnerKey, fractions, score: fractions.reduce<number>((sum, one) => sum + one, 0) };
    }),
    leftOut: [],
  };
  const { text, sha256 } = snapshotBytes(file);
  await query(
    `insert into selection_rounds (institution_id, id, name, seats, reserves, policy, created_by)
     values ($1, $2, 'Bench', $3, 5, $4, gen_random_uuid())`,
    roundId,
    seats,
    JSON.stringify({ rule: policy.rule, draws: policy.draws, seed: policy.seed }),
  );
  await query(
    `insert into snapshots (institution_id, id, round_id, rule, sha256, file, commit, frozen_at, frozen_by)
     values ($1, $2, $3, 'selection/v0', $4, $5, 'bench', now(), gen_random_uuid())`,
    snapshotId,
    roundId,
    sha256,
    text,
  );
  await query(
    'insert into shortlist_rankings (institution_id, snapshot_id, draws_done, draws) values ($1, $2, 0, $3)',
    snapshotId,
    policy.draws,
  );
  return { roundId, snapshotId };
};
