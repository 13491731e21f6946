import { and, eq, sql } from 'drizzle-orm';
import { auditLog, people } from '@puente/database';
import type { RosterReport } from '@puente/schemas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rosters } from '../../../fixtures/rosters/make-rosters.ts';
import { createTestApp, type TestApp, type TestInstitution } from '../../testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const send = (who: string, url: string, file: string | Buffer, contentType = 'text/csv') =>
  t.as(who)({ method: 'POST', url, payload: file, headers: { 'content-type': contentType } });

const importPeople = async (
  file: string | Buffer,
  { dryRun = false, who = 'admin', cohortId = '' } = {},
): Promise<RosterReport> => {
  const answer = await send(
    who,
    `/api/people/import?dryRun=${dryRun}${cohortId && `&cohortId=${cohortId}`}`,
    file,
  );
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const importRoster = async (
  file: string | Buffer,
  { dryRun = false, who = 'faculty', cohortId = t.home.cohortId } = {},
): Promise<RosterReport> => {
  const answer = await send(who, `/api/cohorts/${cohortId}/roster?dryRun=${dryRun}`, file);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};

const newCohort = async (who = 'faculty'): Promise<string> => {
  const answer = await t.as(who)({
    method: 'POST',
    url: '/api/cohorts',
    payload: {
      name: `Sección ${Math.random()}`,
      term: '2026-1',
      courseIds: ['physiology'],
      startsOn: '2026-03-01',
      endsOn: '2026-07-31',
    },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json().id;
};

const personOf = (studentCode: string, institution: TestInstitution = t.home) =>
  t.within(institution, async (db) => {
    const [person] = await db
      .select()
      .from(people)
      .where(and(eq(people.institutionId, institution.id), eq(people.studentCode, studentCode)));
    return person;
  });

/** Everything that an import could change, to compare before and after. */
const everything = () =>
  t.within(t.home, async (db) => {
    const { rows } = await db.execute<Record<string, string>>(sql`
      select md5(string_agg(p::text, ',' order by p.id)) as people,
        (select md5(string_agg(m::text, ',' order by m.id)) from memberships m) as memberships,
        (select md5(string_agg(l::text, ',' order by l.learner_key)) from learner_links l) as links,
        (select md5(string_agg(e::text, ',' order by e.cohort_id, e.learner_key)) from enrolments e) as enrolments,
        (select count(*) from audit_log where act <> 'roster.export') as acts
      from people p`);
    return rows[0];
  });

describe('the files of the fixtures', () => {
  test.each([
    ['semicolons-windows-1252.csv', 40],
    ['utf8-bom-apellidos-y-nombres.csv', 32],
    ['three-thousand.csv', 3000],
  ])('%s: a dry run changes nothing, the import does it, and again changes nothing', async (name, rows) => {
    const file = rosters[name]!();
    const cohortId = await newCohort('admin');
    const before = await everything();
    const counts = { rows, creates: rows, updates: 0, claims: 0, enrols: rows, unchanged: 0, errorCount: 0 };
    expect(await importPeople(file, { dryRun: true, cohortId })).toMatchObject({ dryRun: true, ...counts });
    expect(await everything()).toEqual(before);

    const report = await importPeople(file, { cohortId });
    expect(report).toMatchObject({ dryRun: false, ...counts });
    expect(report.preview).toHaveLength(20);

    const students = await t.as('admin')({ url: `/api/cohorts/${cohortId}/students` });
    expect(students.json().students).toHaveLength(rows);
    const after = await everything();
    expect(await importPeople(file, { cohortId })).toMatchObject({
      creates: 0,
      updates: 0,
      enrols: 0,
      claims: 0,
      unchanged: rows,
    });
    expect(await everything()).toEqual(after);
  });

  test('letters and zeros are in the database as the office has them', async () => {
    expect(await personOf('SYN10004')).toMatchObject({
      firstSurname: 'AGÜERO',
      givenNames: 'MARÍA DEL CARMEN',
      documentKind: 'dni',
      documentNumber: '00010004',
      confirmed: true,
    });
  });

  test('every new student has a membership and a learner key of their own', async () => {
    const keys = await t.within(t.home, (db) =>
      db.execute<{ people: number; keys: number }>(sql`
        select count(*)::int as people, count(distinct l.learner_key)::int as keys
        from people p
        join memberships m on m.institution_id = p.institution_id and m.person_id = p.id and m.role = 'student'
        join learner_links l on l.institution_id = m.institution_id and l.membership_id = m.id
        where p.student_code like 'SYN%'`),
    );
    expect(keys.rows[0]).toEqual({ people: 3072, keys: 3072 });
  });
});

test('one error and nothing of the file is imported; each is named by row and column', async () => {
  const file = 'Código;DNI;Paterno;Nombres\nALL1;00000101;PAZ;ANA\nALL2;1234567;LUNA;EVA\nALL3;00000101;SOL;';
  const before = await everything();
  const dry = await importPeople(file, { dryRun: true });
  expect(dry.errors).toMatchObject([
    {
      row: 3,
      column: 'DNI',
      value: '1234567',
      offer: '01234567',
      message: expect.any(String),
      fix: 'Write 01234567',
    },
    { row: 4, column: 'Nombres', code: 'missing' },
    { row: 4, column: 'DNI', code: 'duplicate_document', message: 'This document is in row 2 too.' },
  ]);
  const answer = await send('admin', '/api/people/import?dryRun=false', file);
  expect(answer.statusCode).toBe(400);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toMatchObject({ code: 'roster_invalid' });
  expect(answer.json().errors).toContainEqual({
    field: 'row 3, column DNI',
    message: 'A DNI has 8 digits and this has 7: Excel drops the leading zero. Write 01234567',
  });
  expect(answer.json().errors).toHaveLength(3);
  expect(await everything()).toEqual(before);
});

test('an address of the demonstration is refused, and nobody of the file is imported', async () => {
  const answer = await send(
    'admin',
    '/api/people/import?dryRun=false&language=en',
    'Código;Paterno;Nombres;Correo\nDEM1;PAZ;ANA;\nDEM2;SOL;EVA;eva@demo.puente',
  );
  expect(answer.json()).toMatchObject({
    code: 'roster_invalid',
    errors: [
      {
        field: 'row 3, column Correo',
        message: 'Addresses at demo.puente belong to the demonstration. Write the e-mail of this person.',
      },
    ],
  });
  expect(await personOf('DEM1')).toBeUndefined();
});

test('messages come in the language that is asked for', async () => {
  const answer = await send(
    'admin',
    '/api/people/import?dryRun=true&language=es',
    'Código;DNI\nSYN1;1234567',
  );
  expect(answer.json().errors[0]).toMatchObject({ fix: 'Escribe 01234567' });
});

test('nothing is imported unless dryRun=false is said', async () => {
  const answer = await send('admin', '/api/people/import', 'Código;Apellidos;Nombres\nDRY1;PAZ;ANA');
  expect(answer.json()).toMatchObject({ dryRun: true, creates: 1 });
  expect(await personOf('DRY1')).toBeUndefined();
});

describe('what an upload may be', () => {
  test('over 10 MB is refused as too large', async () => {
    const answer = await send(
      'admin',
      '/api/people/import?dryRun=true',
      Buffer.alloc(10 * 1024 * 1024 + 1, 'a'),
    );
    expect(answer.statusCode).toBe(413);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  test('bytes of any kind get an answer and never a failure', async () => {
    const answer = await send(
      'admin',
      '/api/people/import?dryRun=true',
      Buffer.from([0, 255, 34, 10, 59, 200]),
      'application/octet-stream',
    );
    expect(answer.statusCode).toBe(200);
    expect(answer.json().errorCount).toBe(1);
  });

  test('JSON is no roster, and neither is nothing', async () => {
    expect(
      (await send('admin', '/api/people/import?dryRun=true', '{"a":1}', 'application/json')).statusCode,
    ).toBe(415);
    const empty = await t.as('admin')({ method: 'POST', url: '/api/people/import?dryRun=true' });
    expect([empty.statusCode, empty.json().code]).toEqual([400, 'no_file']);
  });
});

describe('people who exist', () => {
  test('an administrator’s roster changes their record, and shows a change of name beforehand', async () => {
    await importPeople('Código;DNI;Paterno;Materno;Nombres\nCHG1;00000201;PAZ;;ANA');
    const file =
      'Código;Paterno;Materno;Nombres;Correo;Sede\nchg1;PAZ;SOTO;ANA;ana@alumnos.example;lima céntro';
    const dry = await importPeople(file, { dryRun: true });
    expect(dry).toMatchObject({ updates: 1, creates: 0, unchanged: 0 });
    expect(dry.warnings).toMatchObject([
      { code: 'name_change', row: 2, column: 'Paterno', value: 'ANA PAZ SOTO' },
    ]);
    expect(dry.preview[0]).toMatchObject({
      acts: ['update'],
      changes: ['secondSurname', 'email', 'campus'],
      campus: 'Lima Centro',
    });
    await importPeople(file);
    expect(await personOf('CHG1')).toMatchObject({
      secondSurname: 'SOTO',
      email: 'ana@alumnos.example',
      documentNumber: '00000201',
      campusId: t.home.campusId,
    });
  });

  test('an empty cell erases nothing', async () => {
    await importPeople('Código;DNI;Paterno;Materno;Nombres;Correo\nCHG1;;PAZ;;ANA;');
    expect(await personOf('CHG1')).toMatchObject({
      secondSurname: 'SOTO',
      email: 'ana@alumnos.example',
      documentNumber: '00000201',
    });
  });

  test('a code with another document and a document with another code are errors', async () => {
    await importPeople('Código;DNI;Paterno;Nombres\nCON1;00000301;PAZ;ANA\nCON2;00000302;SOL;EVA');
    const dry = await importPeople(
      'Código;DNI;Paterno;Nombres\nCON1;00000399;PAZ;ANA\nCON9;00000302;SOL;EVA\nCON2;00000301;X;Y',
      { dryRun: true },
    );
    expect(dry.errors).toMatchObject([
      { row: 2, column: 'Código', code: 'code_of_another_document' },
      { row: 3, column: 'DNI', code: 'document_of_another_code' },
      { row: 4, column: 'Código', code: 'code_of_another_document' },
    ]);
  });

  test('a row by code and a row by document that mean one person are a duplicate', async () => {
    const dry = await importPeople('Código;DNI;Paterno;Nombres\nCON1;;PAZ;ANA\n;00000301;PAZ;ANA', {
      dryRun: true,
    });
    expect(dry.errors).toMatchObject([{ row: 3, column: 'DNI', code: 'duplicate_document' }]);
  });

  test('an unknown campus is an error that lists those there are', async () => {
    const dry = await importPeople('Código;Paterno;Nombres;Sede\nCAM1;PAZ;ANA;Cusco', { dryRun: true });
    expect(dry.errors).toMatchObject([
      { row: 2, column: 'Sede', value: 'Cusco', fix: 'Write one of these: Lima Centro.' },
    ]);
  });

  test('somebody who teaches becomes a student too, as one person', async () => {
    const { personId } = t.people.otherFaculty!;
    await t.within(t.home, (db) =>
      db
        .update(people)
        .set({ documentKind: 'dni', documentNumber: '00000401' })
        .where(eq(people.id, personId)),
    );
    expect(await importPeople('Código;DNI;Paterno;Nombres\nTEA1;00000401;Ponce;Luis')).toMatchObject({
      updates: 1,
      creates: 0,
    });
    expect(await personOf('TEA1')).toMatchObject({ id: personId });
  });
});

describe('a cohort’s roster', () => {
  test('faculty enrol who exists; who does not is an error for them and a new person for an administrator', async () => {
    const cohortId = await newCohort();
    await importPeople('Código;Paterno;Nombres\nENR1;PAZ;ANA');
    const codes = 'Código\nENR1\nENR2';
    const dry = await importRoster(codes, { dryRun: true, cohortId });
    expect(dry).toMatchObject({
      enrols: 1,
      creates: 0,
      errors: [{ row: 3, column: 'Código', code: 'person_unknown', value: 'ENR2' }],
    });
    expect(await importRoster('Código\nENR1', { cohortId })).toMatchObject({ enrols: 1 });
    const staff = await send(
      'staff',
      `/api/cohorts/${cohortId}/roster?dryRun=false`,
      'Código;Paterno;Nombres\nENR2;SOL;EVA',
    );
    expect(staff.statusCode).toBe(400);
    expect(
      await importRoster('Código;Paterno;Nombres\nENR2;SOL;EVA', { who: 'admin', cohortId }),
    ).toMatchObject({ creates: 1, enrols: 1 });
  });

  test('faculty change nobody’s record', async () => {
    const cohortId = await newCohort();
    const report = await importRoster('Código;Paterno;Nombres;Correo\nENR1;PÁEZ;ANA;new@alumnos.example', {
      cohortId,
    });
    expect(report).toMatchObject({ enrols: 1, updates: 0, warnings: [{ code: 'name_differs', row: 2 }] });
    expect(await personOf('ENR1')).toMatchObject({ firstSurname: 'PAZ', email: null });
  });

  test('who is no student cannot be enrolled by faculty', async () => {
    await t.within(t.home, (db) =>
      db.update(people).set({ studentCode: 'STAFF1' }).where(eq(people.id, t.people.staff!.personId)),
    );
    const dry = await importRoster('Código\nSTAFF1', { dryRun: true });
    expect(dry.errors).toMatchObject([{ code: 'not_a_student', row: 2, column: 'Código' }]);
  });

  test('who left comes back', async () => {
    const cohortId = await newCohort();
    await importRoster('Código\nENR1', { cohortId });
    const [student] = (await t.as('faculty')({ url: `/api/cohorts/${cohortId}/students` })).json().students;
    await t.as('faculty')({
      method: 'PATCH',
      url: `/api/cohorts/${cohortId}/students/${student.membershipId}`,
      payload: { leave: true },
    });
    expect(await importRoster('Código\nENR1', { cohortId })).toMatchObject({ enrols: 1 });
    expect(
      (await t.as('faculty')({ url: `/api/cohorts/${cohortId}/students` })).json().students,
    ).toHaveLength(1);
  });

  test('several sections in one file are pointed out', async () => {
    const dry = await importRoster('Código;Sección\nENR1;A\nENR2;B', { dryRun: true });
    expect(dry.warnings).toMatchObject([{ code: 'sections_mixed', column: 'Sección' }]);
  });

  test('another’s cohort and another institution’s are not there', async () => {
    for (const who of ['otherFaculty', 'awayFaculty', 'awayStaff', 'awayAdmin']) {
      expect(
        (await send(who, `/api/cohorts/${t.home.cohortId}/roster?dryRun=true`, 'Código\nX1')).statusCode,
        who,
      ).toBe(404);
      expect((await t.as(who)({ url: `/api/cohorts/${t.home.cohortId}/roster.csv` })).statusCode, who).toBe(
        404,
      );
    }
    expect(
      (await send('admin', `/api/people/import?dryRun=true&cohortId=${t.away.cohortId}`, 'Código\nX1'))
        .statusCode,
    ).toBe(404);
    for (const who of ['student', 'faculty', 'staff']) {
      expect((await send(who, '/api/people/import?dryRun=true', 'Código\nX1')).statusCode, who).toBe(403);
    }
  });

  test('the same code in another institution is another person', async () => {
    await importPeople('Código;Paterno;Nombres\nENR1;OTRA;PERSONA', { who: 'awayAdmin' });
    expect(await personOf('ENR1', t.away)).toMatchObject({ firstSurname: 'OTRA' });
    expect(await personOf('ENR1')).toMatchObject({ firstSurname: 'PAZ' });
  });
});

describe('who joined by code', () => {
  const join = async (
    studentCode: string,
    cohortId: string,
    names = { givenNames: 'rosa', firstSurname: 'nahui' },
  ) => {
    const { code } = (await t.as('faculty')({ url: `/api/cohorts/${cohortId}` })).json();
    const answer = await t.app.inject({
      method: 'POST',
      url: `/api/join/${code}`,
      payload: { ...names, studentCode, password: 'larga y segura' },
    });
    expect(answer.statusCode, answer.body).toBe(200);
  };

  test('is claimed by a row with their student code, whose name wins, and keeps account and answers', async () => {
    const cohortId = await newCohort();
    await join('CLM1', cohortId);
    const before = (await personOf('CLM1'))!;
    expect(before.confirmed).toBe(false);
    const dry = await importRoster('Código;DNI;Paterno;Nombres\nCLM1;00000501;ÑAHUI;ROSA MARÍA', {
      dryRun: true,
      cohortId,
    });
    expect(dry).toMatchObject({
      claims: 1,
      enrols: 0,
      warnings: [{ code: 'name_change', value: 'ROSA MARÍA ÑAHUI', row: 2 }],
    });
    await importRoster('Código;DNI;Paterno;Nombres\nCLM1;00000501;ÑAHUI;ROSA MARÍA', { cohortId });
    expect(await personOf('CLM1')).toMatchObject({
      id: before.id,
      confirmed: true,
      firstSurname: 'ÑAHUI',
      documentNumber: '00000501',
    });
    const { students } = (await t.as('faculty')({ url: `/api/cohorts/${cohortId}/students` })).json();
    expect(students).toMatchObject([{ studentCode: 'CLM1', confirmed: true, activated: true }]);
  });

  test('is claimed by an import that names no cohort too', async () => {
    const cohortId = await newCohort();
    await join('CLM2', cohortId);
    expect(await importPeople('Código;Paterno;Nombres\nCLM2;nahui;rosa')).toMatchObject({
      claims: 1,
      updates: 0,
    });
    expect((await t.as('faculty')({ url: `/api/cohorts/${cohortId}` })).json()).toMatchObject({
      students: 1,
      unconfirmed: 0,
    });
  });

  test('a roster of another cohort confirms the person, and not the cohort they joined', async () => {
    const joined = await newCohort();
    await join('CLM3', joined);
    expect(
      await importRoster('Código;Paterno;Nombres\nCLM3;nahui;rosa', { cohortId: await newCohort() }),
    ).toMatchObject({ claims: 1, enrols: 1 });
    expect((await t.as('faculty')({ url: `/api/cohorts/${joined}` })).json()).toMatchObject({
      unconfirmed: 1,
    });
  });
});

describe('the exported roster', () => {
  const uglyNames: [given: string, first: string, second: string | null][] = [
    ['=HYPERLINK("http://x.example")', '+51', '-Paz'],
    ["'=Ana", "''", '@rosa'],
    ['Ñ; "la"', "D'Angelo", 'De la O'],
    ['Total', 'Código', null],
    ['Zoë', 'Ὀδυσσεύς', '李'],
  ];

  test('goes back in unchanged, ugly names, documents and unconfirmed people included', async () => {
    const cohortId = await newCohort();
    const created = await Promise.all(
      uglyNames.map(([givenNames, firstSurname, secondSurname], index) =>
        t.as('admin')({
          method: 'POST',
          url: '/api/people',
          payload: {
            role: 'student',
            givenNames,
            firstSurname,
            secondSurname: secondSurname ?? undefined,
            studentCode: `UGLY${index}`,
            ...(index > 0 && {
              documentKind: index % 2 ? 'dni' : 'passport',
              documentNumber: index % 2 ? `0000060${index}` : `ZZ0000${index}`,
            }),
            ...(index > 1 && { email: `ugly${index}@alumnos.example`, campusId: t.home.campusId }),
          },
        }),
      ),
    );
    for (const answer of created) expect(answer.statusCode, answer.body).toBe(200);
    await importRoster(`Código\n${uglyNames.map((_, index) => `UGLY${index}`).join('\n')}`, { cohortId });
    const { code } = (await t.as('faculty')({ url: `/api/cohorts/${cohortId}` })).json();
    await t.app.inject({
      method: 'POST',
      url: `/api/join/${code}`,
      payload: { givenNames: '-', firstSurname: '=x', studentCode: 'UGLY9', password: 'larga y segura' },
    });

    for (const who of ['faculty', 'admin']) {
      const answer = await t.as(who)({ url: `/api/cohorts/${cohortId}/roster.csv` });
      expect(answer.headers).toMatchObject({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': expect.stringMatching(/^attachment; filename="2026-1-Seccion/),
        'x-content-type-options': 'nosniff',
      });
      expect(answer.body.startsWith('\ufeffCódigo;')).toBe(true);
      expect(answer.body).toContain("'=HYPERLINK");
      expect(answer.body).not.toMatch(/(^|;)"?[=+@-]/m);
      expect(answer.body.includes('00000601')).toBe(who === 'admin');
      const before = await everything();
      const report = await importRoster(answer.rawPayload, { who, cohortId });
      expect(report).toMatchObject({ rows: 6, unchanged: 6, creates: 0, updates: 0, enrols: 0, claims: 0 });
      expect(await everything()).toEqual(before);
    }
  });
});

test('imports and exports are in the audit log by counts and ids, never by names', async () => {
  const entries = await t.within(t.home, (db) =>
    db.select().from(auditLog).where(eq(auditLog.institutionId, t.home.id)),
  );
  const imports = entries.filter(({ act }) => act === 'roster.import');
  expect(imports[0]).toMatchObject({
    subjectKind: 'cohort',
    detail: { rows: 40, creates: 40, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  expect(entries.some(({ act }) => act === 'roster.export')).toBe(true);
  expect(JSON.stringify(entries)).not.toMatch(/QUISPE|Ñahui|HYPERLINK/i);
});
