import { eq, sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assertApiRole } from './api-role.ts';
import { openDatabase } from './client.ts';
import { grants } from './grants.ts';
import { cohorts, institutions, people } from './tables/index.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

let t: TestDatabase;
let home: string;
let away: string;
let homeCohort: string;

beforeAll(async () => {
  t = await createTestDatabase();
  const add = (code: string) =>
    t.db.asGlobal(async (db) => {
      const [row] = await db
        .insert(institutions)
        .values({ code, name: code })
        .returning({ id: institutions.id });
      return row!.id;
    });
  home = await add('home');
  away = await add('away');
  for (const id of [home, away]) {
    await t.db.asInstitution(id, async (db) => {
      await db.insert(people).values({ institutionId: id, givenNames: 'Ana', firstSurname: 'Paz' });
      const [cohort] = await db
        .insert(cohorts)
        .values({
          institutionId: id,
          name: 'A',
          term: '2026-1',
          startsOn: '2026-03-01',
          endsOn: '2026-07-31',
        })
        .returning({ id: cohorts.id });
      if (id === home) homeCohort = cohort!.id;
    });
  }
});
afterAll(() => t.drop());

const asOwner = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: t.ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

test('every table with an institution has forced row-level security and a policy', async () => {
  const rows = await asOwner(async (client) => {
    const { rows } = await client.query(`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'rows of the bound institution') as policy
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'institution_id' and not a.attisdropped
      where n.nspname = 'public' and c.relkind in ('r', 'p')`);
    return rows as { name: string; forced: boolean; policy: boolean }[];
  });
  expect(rows.length).toBeGreaterThanOrEqual(25);
  expect(rows.filter((row) => !row.forced || !row.policy)).toEqual([]);
});

test('every tenant table leads its primary key, and each of its foreign keys to a tenant table, with the institution', async () => {
  const faults = await asOwner(async (client) => {
    const { rows } = await client.query(`
      select c.conrelid::regclass::text as table, c.conname as name
      from pg_constraint c
      join pg_attribute own on own.attrelid = c.conrelid and own.attname = 'institution_id'
      left join pg_attribute target on target.attrelid = c.confrelid and target.attname = 'institution_id'
      where c.connamespace = 'public'::regnamespace
        and (c.contype = 'p' or (c.contype = 'f' and target.attnum is not null))
        and c.conkey[1] <> own.attnum`);
    return rows;
  });
  expect(faults).toEqual([]);
});

test('every foreign key has an index that begins with its columns', async () => {
  const bare = await asOwner(async (client) => {
    const { rows } = await client.query(`
      select c.conrelid::regclass::text as table, c.conname as name
      from pg_constraint c
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace and cardinality(c.conkey) > 1
        and not exists (
          select 1 from pg_index i where i.indrelid = c.conrelid
            and (string_to_array(i.indkey::text, ' ')::smallint[])[1:cardinality(c.conkey)] @> c.conkey)`);
    return rows;
  });
  expect(bare).toEqual([]);
});

test('every table says what the API may do with it, and the append-only ones allow no change', async () => {
  const tables = await asOwner(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    );
    return rows.map(({ name }) => name);
  });
  expect(tables).toEqual(Object.keys(grants).sort());
  for (const table of [
    'responses',
    'response_scores',
    'audit_log',
    'snapshots',
    'shortlist_entries',
    'round_snapshots',
    'ranked_candidates',
    'rank_chances',
    'round_outcomes',
    'dossier_readings',
    'content_versions',
    'form_assignments',
    'self_efficacy_ratings',
  ]) {
    expect(grants[table]).toBe('select, insert');
  }
  // Each yes and each no stays; who the guardian was goes when the person is erased.
  expect(grants.consents).toBe('select, insert, update (guardian)');
});

test('without a setting there are no rows, for the API and for the owner', async () => {
  const count = 'select count(*)::int as n from people';
  const client = new pg.Client({ connectionString: t.apiUrl });
  await client.connect();
  expect((await client.query(count)).rows).toEqual([{ n: 0 }]);
  await client.end();
  expect(await asOwner(async (owner) => (await owner.query(count)).rows)).toEqual([{ n: 0 }]);
});

test('a query that forgets its where sees one institution only, and cannot write into another', async () => {
  await t.db.asInstitution(home, async (db) => {
    expect(await db.select({ id: people.institutionId }).from(people)).toEqual([{ id: home }]);
    expect(
      (await db.update(people).set({ givenNames: 'Eva' }).returning()).every(
        (row) => row.institutionId === home,
      ),
    ).toBe(true);
  });
  const insertAbroad = t.db.asInstitution(home, (db) =>
    db.insert(people).values({ institutionId: away, givenNames: 'X', firstSurname: 'Y' }),
  );
  await expect(insertAbroad).rejects.toMatchObject({ cause: { code: '42501' } });
});

test('a key of another institution is refused', async () => {
  const crossing = t.db.asInstitution(away, (db) =>
    db.execute(
      sql`insert into enrolments (institution_id, cohort_id, learner_key) values (${away}, ${homeCohort}, gen_random_uuid())`,
    ),
  );
  await expect(crossing).rejects.toMatchObject({ cause: { code: '23503' } });
});

test('interleaved work for two institutions on few connections leaks nothing', async () => {
  const few = openDatabase(t.apiUrl, { maximum: 3 });
  await Promise.all(
    Array.from({ length: 300 }, async (_, index) => {
      const id = index % 2 ? home : away;
      const work = few.asInstitution(id, async (db) => {
        const rows = await db.select({ id: people.institutionId }).from(people);
        expect(rows).toEqual([{ id }]);
        if (index % 7 === 0) throw new Error('planned');
      });
      if (index % 7 === 0) await expect(work).rejects.toThrow('planned');
      else await work;
    }),
  );
  await few.close();
});

test('a rolled-back transaction leaves nothing, and its connection stays bound to its institution', async () => {
  const one = openDatabase(t.apiUrl, { maximum: 1 });
  const failing = one.asInstitution(home, async (db) => {
    await db.update(people).set({ givenNames: 'Nobody' });
    throw new Error('planned');
  });
  await expect(failing).rejects.toThrow('planned');
  await one.asInstitution(home, async (db) => {
    expect(await db.select().from(people).where(eq(people.givenNames, 'Nobody'))).toEqual([]);
    expect(await db.select().from(people)).toHaveLength(1);
  });
  await one.close();
});

test("the API's role is accepted, the owner is refused by name", async () => {
  await assertApiRole(t.db.pool);
  const owner = openDatabase(t.ownerUrl, { maximum: 1 });
  await expect(assertApiRole(owner.pool)).rejects.toThrow(/puente_owner.*owns the table/);
  await owner.close();
});

test.each([
  ['superuser', /puente_refused.*is a superuser/],
  ['nosuperuser bypassrls', /puente_refused.*has BYPASSRLS/],
])('a role with %s is refused by name', async (attributes, refusal) => {
  const admin = new pg.Client({ connectionString: t.adminUrl });
  await admin.connect();
  try {
    await admin.query(`create role puente_refused login ${attributes} password 'refused'`);
    const url = new URL(t.adminUrl);
    [url.username, url.password] = ['puente_refused', 'refused'];
    const refused = openDatabase(url.href, { maximum: 1 });
    await expect(assertApiRole(refused.pool)).rejects.toThrow(refusal);
    await refused.close();
  } finally {
    await admin.query('drop role if exists puente_refused');
    await admin.end();
  }
});
