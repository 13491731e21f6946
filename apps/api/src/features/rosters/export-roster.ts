import { sql } from 'drizzle-orm';
import type { InstitutionDatabase } from '@puente/database';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import { writeCsv } from '../../files/csv.ts';
import { getCohortFor } from '../cohorts/get-cohort-for.ts';
import { bySurname } from '../people/by-surname.ts';
import type { DocumentKind } from './read-cells.ts';

type Row = {
  givenNames: string;
  firstSurname: string;
  secondSurname: string | null;
  studentCode: string | null;
  documentKind: DocumentKind | null;
  documentNumber: string | null;
  email: string | null;
  campus: string | null;
  confirmed: boolean;
  synthetic: boolean;
};

const kindNames: Record<DocumentKind, string> = { dni: 'DNI', ce: 'CE', passport: 'Pasaporte' };

/** A cohort's roster in the columns that the import reads. National documents go to the office, not to faculty. */
export const exportRoster = async (
  db: InstitutionDatabase,
  actor: Actor,
  cohortId: string,
  now: Date,
): Promise<{ name: string; bytes: Buffer }> => {
  const cohort = await getCohortFor(db, actor, cohortId);
  const { rows } = await db.execute<Row>(sql`
    select p.given_names as "givenNames", p.first_surname as "firstSurname", p.second_surname as "secondSurname",
      p.student_code as "studentCode", p.document_kind as "documentKind", p.document_number as "documentNumber",
      p.email, c.name as campus, e.confirmed, p.synthetic
    from enrolments e
    join learner_links l on l.institution_id = e.institution_id and l.learner_key = e.learner_key
    join memberships m on m.institution_id = l.institution_id and m.id = l.membership_id
    join people p on p.institution_id = m.institution_id and p.id = m.person_id
    left join campuses c on c.institution_id = p.institution_id and c.id = p.campus_id
    where e.institution_id = ${db.institutionId} and e.cohort_id = ${cohortId} and e.left_at is null`);
  const documents = actor.role !== 'faculty';
  const synthetic = rows.some((row) => row.synthetic);
  const bytes = writeCsv([
    [
      'Código',
      ...(documents ? ['Tipo de documento', 'Documento'] : []),
      'Apellido paterno',
      'Apellido materno',
      'Nombres',
      'Correo',
      'Sede',
      'Por confirmar',
      ...(synthetic ? ['Datos sintéticos'] : []),
    ],
    ...rows
      .sort(bySurname)
      .map((row) => [
        row.studentCode,
        ...(documents ? [row.documentKind && kindNames[row.documentKind], row.documentNumber] : []),
        row.firstSurname,
        row.secondSurname,
        row.givenNames,
        row.email,
        row.campus,
        row.confirmed ? '' : 'sí',
        ...(synthetic ? [row.synthetic ? 'sí' : 'no'] : []),
      ]),
  ]);
  await audit(db, actor, now, {
    act: 'roster.export',
    subjectKind: 'cohort',
    subjectId: cohortId,
    detail: { rows: rows.length, documents },
  });
  return { name: `${cohort.term} ${cohort.name}`, bytes };
};
