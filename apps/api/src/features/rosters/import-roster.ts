import { createHash, randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { institutions, newId, type InstitutionDatabase } from '@puente/database';
import type { Language, RosterProblem, RosterReport } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { confirmEnrolments, enrol } from '../cohorts/enrol.ts';
import { getCohortFor } from '../cohorts/get-cohort-for.ts';
import { addMemberships, addPeople, type AddedPerson } from '../people/add-people.ts';
import { changePeople } from '../people/change-people.ts';
import { listCampuses } from '../people/list-campuses.ts';
import { parseRoster } from './parse-roster.ts';
import { planImport, type KnownPerson, type Plan, type PlannedRow } from './plan-import.ts';
import { describeFault, type RosterFault } from './roster-fault.ts';
import { documentKey, type Roster } from './roster.ts';

interface Options {
  /** Null: nobody is enrolled. */
  cohortId: string | null;
  dryRun: boolean;
  language: Language;
}

const listed = 500;
const previewed = 20;

/**
 * Imports a roster, all or nothing: administrators create people and change their records, faculty and staff enrol
 * people who exist. Who joined by code is claimed by a row with their student code.
 */
export const importRoster = async (
  db: InstitutionDatabase,
  actor: Actor,
  file: Uint8Array,
  { cohortId, dryRun, language }: Options,
  now: Date,
): Promise<RosterReport> => {
  if (cohortId) await getCohortFor(db, actor, cohortId);
  const roster = parseRoster(file);
  // One import at a time: two that name the same new people would otherwise both plan to create them.
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('roster ' || ${db.institutionId}::text, 0))`,
  );
  const [known, campuses] = [await findKnown(db, roster, cohortId), await listCampuses(db)];
  const [institution] = await db
    .select({ demonstration: institutions.demonstration })
    .from(institutions)
    .where(eq(institutions.id, db.institutionId));
  const plan = planImport(roster, known, {
    mayCreate: actor.role === 'admin',
    enrols: cohortId !== null,
    campuses,
    demonstration: institution!.demonstration,
  });
  const report = reportOf(roster, plan, dryRun, language, campuses);
  if (dryRun) return report;
  if (plan.errors.length > 0) {
    throw new Invalid(
      'roster_invalid',
      `The file has ${plan.errors.length} ${plan.errors.length === 1 ? 'error' : 'errors'}. Nothing was changed.`,
      report.errors.map(({ row, column, message, fix }) => ({
        field: column ? `row ${row}, column ${column}` : `row ${row}`,
        message: `${message} ${fix}`,
      })),
    );
  }
  if (plan.rows.every(({ acts }) => acts.length === 0)) return report;
  await apply(db, plan, cohortId, now);
  const { rows, creates, updates, enrols, claims } = report;
  await audit(db, actor, now, {
    act: 'roster.import',
    subjectKind: cohortId ? 'cohort' : 'institution',
    subjectId: cohortId ?? db.institutionId,
    detail: {
      rows,
      creates,
      updates,
      enrols,
      claims,
      sha256: createHash('sha256').update(file).digest('hex'),
    },
  });
  return report;
};

/** Everybody whom a row may mean, by student code or document. */
const findKnown = async (
  db: InstitutionDatabase,
  roster: Roster,
  cohortId: string | null,
): Promise<KnownPerson[]> => {
  const codes = roster.rows.flatMap(({ studentCode }) => studentCode?.toUpperCase() ?? []);
  const documents = roster.rows.flatMap(({ document }) => (document ? [documentKey(document)] : []));
  const { rows } = await db.execute<KnownPerson & Record<string, unknown>>(sql`
    select p.id as "personId", p.given_names as "givenNames", p.first_surname as "firstSurname",
      p.second_surname as "secondSurname", p.student_code as "studentCode", p.document_kind as "documentKind",
      p.document_number as "documentNumber", p.email, p.campus_id as "campusId", p.confirmed,
      m.id as "membershipId", m.ended_at is not null as "membershipEnded", l.learner_key as "learnerKey",
      case when e.learner_key is null then 'none' when e.confirmed then 'confirmed' else 'unconfirmed' end as enrolment
    from people p
    left join memberships m on m.institution_id = p.institution_id and m.person_id = p.id and m.role = 'student'
    left join learner_links l on l.institution_id = m.institution_id and l.membership_id = m.id
    left join enrolments e on e.institution_id = l.institution_id and e.learner_key = l.learner_key
      and e.cohort_id = ${cohortId}::uuid and e.left_at is null
    where p.institution_id = ${db.institutionId} and p.erased_at is null
      and (upper(p.student_code) = any(${sql.param(codes)}::text[])
        or p.document_kind || ':' || upper(p.document_number) = any(${sql.param(documents)}::text[]))`);
  return rows;
};

const apply = async (
  db: InstitutionDatabase,
  { rows }: Plan,
  cohortId: string | null,
  now: Date,
): Promise<void> => {
  const created = rows.filter(({ person }) => !person);
  const added = await addPeople(
    db,
    created.map(({ record }) => ({ ...record, role: 'student' as const })),
    now,
  );
  if (!added)
    throw new Conflict(
      'people_changed',
      'People changed during the import. Nothing was imported; try again.',
    );
  const addedTo = new Map<PlannedRow, AddedPerson>(created.map((row, index) => [row, added[index]!]));

  await changePeople(
    db,
    rows.flatMap(({ person, record, changes }) =>
      person && (changes.length > 0 || person.confirmed !== record.confirmed)
        ? [{ ...record, personId: person.personId }]
        : [],
    ),
  );
  const joining = rows.flatMap((row) => {
    const { person } = row;
    if (!person || (person.membershipId && !person.membershipEnded)) return [];
    const membership: AddedPerson = {
      personId: person.personId,
      membershipId: person.membershipId ?? newId(now.getTime()),
      learnerKey: person.learnerKey ?? randomUUID(),
    };
    addedTo.set(row, membership);
    return [{ ...membership, role: 'student' as const }];
  });
  await addMemberships(db, joining, now);

  const learnerKeyOf = (row: PlannedRow) => (addedTo.get(row)?.learnerKey ?? row.person?.learnerKey)!;
  if (cohortId) {
    const entering = rows.filter(({ acts }) => acts.includes('enrol') || acts.includes('claim'));
    await enrol(
      db,
      cohortId,
      entering.map((row) => ({ learnerKey: learnerKeyOf(row), confirmed: !row.row.unconfirmed })),
      now,
    );
  } else {
    await confirmEnrolments(db, rows.filter(({ acts }) => acts.includes('claim')).map(learnerKeyOf));
  }
};

const reportOf = (
  roster: Roster,
  plan: Plan,
  dryRun: boolean,
  language: Language,
  campuses: { id: string; name: string }[],
): RosterReport => {
  const having = (act: PlannedRow['acts'][number]) =>
    plan.rows.filter(({ acts }) => acts.includes(act)).length;
  const campusName = new Map(campuses.map(({ id, name }) => [id, name]));
  return {
    dryRun,
    rows: roster.rows.length,
    creates: having('create'),
    updates: having('update'),
    enrols: having('enrol'),
    claims: having('claim'),
    unchanged: plan.rows.filter(({ acts }) => acts.length === 0).length,
    errors: inOrder(plan.errors, language),
    errorCount: plan.errors.length,
    warnings: inOrder(plan.warnings, language),
    warningCount: plan.warnings.length,
    columns: Object.entries(roster.columns).map(([field, header]) => ({ field, header })),
    ignoredColumns: roster.ignoredColumns,
    preview: plan.rows.slice(0, previewed).map(({ row, acts, record, changes }) => ({
      row: row.row,
      acts,
      studentCode: record.studentCode,
      document: row.document,
      givenNames: record.givenNames,
      firstSurname: record.firstSurname,
      secondSurname: record.secondSurname,
      email: record.email,
      campus: record.campusId ? (campusName.get(record.campusId) ?? null) : null,
      changes,
    })),
  };
};

const longestValue = 200;

const inOrder = (faults: RosterFault[], language: Language): RosterProblem[] =>
  faults
    .toSorted((a, b) => a.row - b.row)
    .slice(0, listed)
    .map((fault) => {
      const { code, row, column, value, offer } = fault;
      return {
        code,
        row,
        column,
        value: value?.slice(0, longestValue),
        offer,
        ...describeFault(fault, language),
      };
    });
