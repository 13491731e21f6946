import { rosterActs } from '@puente/schemas';
import { mayUseAddress } from '../../demonstration/rules.ts';
import { fullNameOf } from '../accounts/get-me.ts';
import type { ChangedPerson } from '../people/change-people.ts';
import type { IdentityDocument } from './read-cells.ts';
import { fold, type RosterField } from './roster-columns.ts';
import type { FaultCode, RosterFault } from './roster-fault.ts';
import { documentKey, type Roster, type RosterRow } from './roster.ts';

/** A person that a row may mean, as the database has them now. */
export interface KnownPerson extends ChangedPerson {
  membershipId: string | null;
  membershipEnded: boolean;
  learnerKey: string | null;
  /** In the cohort that the roster is for. */
  enrolment: 'none' | 'confirmed' | 'unconfirmed';
}

export interface Rules {
  /** Administrators create people and change their records; everybody else enrols people who exist. */
  mayCreate: boolean;
  /** False for a roster that names no cohort. */
  enrols: boolean;
  campuses: { id: string; name: string }[];
  /** The demonstration has its own people and addresses, which nobody else has. */
  demonstration: boolean;
}

type RosterAct = (typeof rosterActs)[number];
type PersonRecord = Omit<ChangedPerson, 'personId'>;

export interface PlannedRow {
  row: RosterRow;
  acts: RosterAct[];
  person: KnownPerson | undefined;
  /** What the record is afterwards. */
  record: PersonRecord;
  /** Fields of the record that change. */
  changes: string[];
}

export interface Plan {
  rows: PlannedRow[];
  errors: RosterFault[];
  warnings: RosterFault[];
}

/** What a roster would do to the people who exist: decided row by row, before anything is written. */
export const planImport = (roster: Roster, known: KnownPerson[], rules: Rules): Plan => {
  const plan: Plan = { rows: [], errors: [...roster.errors], warnings: [...roster.warnings] };
  const byCode = new Map(
    known.flatMap((person) =>
      person.studentCode ? [[person.studentCode.toUpperCase(), person] as const] : [],
    ),
  );
  const byDocument = new Map(
    known.flatMap((person) => {
      const document = documentOf(person);
      return document ? [[documentKey(document), person] as const] : [];
    }),
  );
  const campusOf = campusFinder(roster, rules, plan);
  noteSections(roster, rules, plan);
  const rowOf = new Map<KnownPerson, number>();

  for (const row of roster.rows) {
    const fail = faultAt(plan.errors, roster, row);
    const warn = faultAt(plan.warnings, roster, row);
    const sameCode = row.studentCode ? byCode.get(row.studentCode.toUpperCase()) : undefined;
    const sameDocument = row.document ? byDocument.get(documentKey(row.document)) : undefined;
    if (row.email && !mayUseAddress(row.email, rules)) {
      fail('email_of_demonstration', 'email', { value: row.email });
      continue;
    }
    if (isConflict(row, sameCode, sameDocument, fail)) continue;
    const person = sameCode ?? sameDocument;
    if (!person && !mayBeNew(row, rules, fail)) continue;
    const earlier = person && rowOf.get(person);
    if (earlier !== undefined) {
      // One row names them by code, another by document.
      fail(row.studentCode ? 'duplicate_code' : 'duplicate_document', idField(row), {
        other: String(earlier),
      });
      continue;
    }
    if (person) rowOf.set(person, row.row);
    if (person && !rules.mayCreate && (!person.membershipId || person.membershipEnded)) {
      fail('not_a_student', idField(row));
      continue;
    }

    const claims = person?.confirmed === false && !row.unconfirmed;
    // Who joined by code wrote their own name: the roster that claims them knows better.
    const mayChange = rules.mayCreate || claims;
    const record = recordOf(row, person, mayChange, mayChange ? campusOf(row) : undefined);
    const changes = person ? changedFields(person, record) : [];
    if (person) noteName(row, person, mayChange, roster, warn);
    const acts = new Set<RosterAct>();
    if (!person) acts.add('create');
    if (person && (changes.length > 0 || !person.membershipId || person.membershipEnded)) acts.add('update');
    if (claims) acts.add('claim');
    if (rules.enrols && (person?.enrolment ?? 'none') === 'none') acts.add('enrol');
    if (rules.enrols && person?.enrolment === 'unconfirmed' && !row.unconfirmed) acts.add('claim');
    plan.rows.push({ row, acts: rosterActs.filter((act) => acts.has(act)), person, record, changes });
  }
  return plan;
};

type Note = (code: FaultCode, field: RosterField | undefined, rest?: Partial<RosterFault>) => void;

const faultAt =
  (faults: RosterFault[], roster: Roster, { row }: RosterRow): Note =>
  (code, field, rest = {}) => {
    faults.push({ code, row, column: (field && roster.columns[field]) ?? '', ...rest });
  };

const idField = (row: RosterRow): RosterField => (row.studentCode ? 'studentCode' : 'documentNumber');

const documentOf = (person: Pick<KnownPerson, 'documentKind' | 'documentNumber'>): IdentityDocument | null =>
  person.documentKind && person.documentNumber
    ? { kind: person.documentKind, number: person.documentNumber }
    : null;

const isConflict = (
  row: RosterRow,
  sameCode: KnownPerson | undefined,
  sameDocument: KnownPerson | undefined,
  fail: Note,
): boolean => {
  if (sameCode && row.document) {
    const document = documentOf(sameCode);
    if (document && documentKey(document) !== documentKey(row.document)) {
      fail('code_of_another_document', 'studentCode', { value: row.studentCode! });
      return true;
    }
  }
  if (
    sameDocument &&
    sameDocument !== sameCode &&
    (sameCode || (row.studentCode && sameDocument.studentCode))
  ) {
    fail('document_of_another_code', 'documentNumber', { value: row.document!.number });
    return true;
  }
  return false;
};

const mayBeNew = (row: RosterRow, rules: Rules, fail: Note): boolean => {
  const value = row.studentCode ?? row.document?.number;
  // A row without either was reported when it was read.
  if (!value) return false;
  if (!rules.mayCreate) fail('person_unknown', idField(row), { value });
  else if (!row.studentCode) fail('code_missing', 'studentCode', { value });
  else if (!row.names) fail('names_missing', 'studentCode', { value });
  else return true;
  return false;
};

const recordOf = (
  row: RosterRow,
  person: KnownPerson | undefined,
  mayChange: boolean,
  campusId: string | undefined,
): PersonRecord => {
  if (person && !mayChange) return recordOfPerson(person);
  const names = row.names ?? person!;
  const document = row.document ?? (person ? documentOf(person) : null);
  return {
    givenNames: names.givenNames,
    firstSurname: names.firstSurname,
    secondSurname: names.secondSurname ?? person?.secondSurname ?? null,
    // The same code in another case is the same code.
    studentCode: person?.studentCode ?? row.studentCode,
    documentKind: document?.kind ?? null,
    documentNumber: document?.number ?? null,
    email: row.email ?? person?.email ?? null,
    campusId: campusId ?? person?.campusId ?? null,
    confirmed: person?.confirmed === true || !row.unconfirmed,
  };
};

const recordOfPerson = (person: KnownPerson): PersonRecord => ({
  givenNames: person.givenNames,
  firstSurname: person.firstSurname,
  secondSurname: person.secondSurname,
  studentCode: person.studentCode,
  documentKind: person.documentKind,
  documentNumber: person.documentNumber,
  email: person.email,
  campusId: person.campusId,
  confirmed: person.confirmed,
});

/** In the words of the report: a document is one field, a campus its name. */
const changedFields = (person: KnownPerson, record: PersonRecord): string[] => {
  const before = recordOfPerson(person);
  const changed = (Object.keys(before) as (keyof PersonRecord)[]).filter(
    (field) => before[field] !== record[field],
  );
  const shown = { documentKind: 'document', documentNumber: 'document', campusId: 'campus' } as {
    [field: string]: string;
  };
  return [...new Set(changed.filter((field) => field !== 'confirmed').map((field) => shown[field] ?? field))];
};

const noteName = (
  row: RosterRow,
  person: KnownPerson,
  mayChange: boolean,
  roster: Roster,
  warn: Note,
): void => {
  const { names } = row;
  if (!names) return;
  const differs =
    names.givenNames !== person.givenNames ||
    names.firstSurname !== person.firstSurname ||
    (names.secondSurname !== null && names.secondSurname !== person.secondSurname);
  if (!differs) return;
  const field = (['firstSurname', 'surnames', 'surnamesFirst', 'givenNamesFirst'] as const).find(
    (name) => roster.columns[name] !== undefined,
  );
  warn(mayChange ? 'name_change' : 'name_differs', field, {
    value: fullNameOf(names),
    other: fullNameOf(person),
  });
};

/** Finds a row's campus by its name, whatever the accents and case; notes the names that are none. */
const campusFinder = (roster: Roster, { campuses }: Rules, plan: Plan) => {
  const byName = new Map(campuses.map((campus) => [fold(campus.name), campus.id]));
  const names = campuses.map(({ name }) => name).join(', ');
  let noted = false;
  return (row: RosterRow): string | undefined => {
    if (row.campus === null) return undefined;
    const id = byName.get(fold(row.campus));
    if (id || campuses.length > 0) {
      if (!id)
        faultAt(plan.errors, roster, row)('campus_unknown', 'campus', { value: row.campus, other: names });
      return id;
    }
    if (!noted)
      plan.warnings.push({ code: 'campuses_not_set', row: roster.headerRow, column: roster.columns.campus! });
    noted = true;
    return undefined;
  };
};

const noteSections = (roster: Roster, { enrols }: Rules, plan: Plan): void => {
  const sections = [...new Set(roster.rows.flatMap(({ section }) => section ?? []))];
  if (!enrols || sections.length < 2) return;
  const other = sections.length > 10 ? `${sections.slice(0, 10).join(', ')} …` : sections.join(', ');
  plan.warnings.push({
    code: 'sections_mixed',
    row: roster.headerRow,
    column: roster.columns.section!,
    other,
  });
};
