import { mendAccents } from './decode-file.ts';

export type RosterField =
  | 'studentCode'
  | 'documentKind'
  | 'documentNumber'
  | 'firstSurname'
  | 'secondSurname'
  | 'surnames'
  | 'givenNames'
  | 'surnamesFirst'
  | 'givenNamesFirst'
  | 'email'
  | 'otherEmail'
  | 'campus'
  | 'section'
  | 'unconfirmed';

/** Headers with accents, case, spaces and punctuation taken away: "Cód. Alumno" is `codalumno`. */
const spellings: Record<RosterField, string> = {
  studentCode:
    'codigo cod code codalumno idalumno idestudiante codigouniversitario coduniversitario coduniv codigoutp codutp matricula codmatricula ' +
    'codigomatricula codigodematricula carneuniversitario carnetuniversitario studentcode studentid studentnumber',
  documentKind:
    'tipo tipodoc tipodedoc tipodocumento tipodedocumento tipodocidentidad tipodedocidentidad tipodocumentoidentidad ' +
    'tipodocumentodeidentidad tipodedocumentodeidentidad documenttype documentkind idtype',
  documentNumber:
    'dni documento doc docidentidad docdeidentidad documentoidentidad documentodeidentidad documentonacionaldeidentidad dnice dnioce ' +
    'dnipasaporte dniopasaporte dnicepasaporte document documentnumber identitydocument nationalid idnumber',
  firstSurname:
    'apellidopaterno appaterno apaterno apepaterno apellpaterno appat paterno primerapellido 1erapellido apellido1 firstsurname surname1 ' +
    'paternalsurname',
  secondSurname:
    'apellidomaterno apmaterno amaterno apematerno apellmaterno apmat materno segundoapellido 2doapellido apellido2 secondsurname surname2 ' +
    'maternalsurname',
  surnames: 'apellidos apellido surnames surname lastname lastnames familyname',
  givenNames: 'nombres nombre nombresdepila prenombres givennames givenname firstname firstnames names',
  surnamesFirst:
    'apellidosynombres apellidosnombres apellidosynombre apellidoynombre apellidosnombre apellidosynombrescompletos alumno alumna alumnos ' +
    'alumnoa estudiante estudiantes participante surnamesandnames',
  givenNamesFirst:
    'nombresyapellidos nombreyapellido nombreyapellidos nombresapellidos nombrecompleto nombrescompletos fullname name',
  email:
    'correo correoelectronico correoe email mail correoinstitucional correoelectronicoinstitucional emailinstitucional correoutp emailaddress',
  otherEmail: 'correopersonal correoelectronicopersonal emailpersonal correoalternativo personalemail',
  campus: 'sede campus filial sedecampus',
  section: 'seccion section grupo aula',
  unconfirmed: 'porconfirmar unconfirmed',
};

const fieldOf = new Map(
  Object.entries(spellings).flatMap(([field, words]) =>
    words.split(' ').map((word) => [word, field as RosterField] as const),
  ),
);

/** Without accents, lower case: for comparing headers and names of places, never for what is stored. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What a header means; undefined for a column that a roster does not need. */
export const findField = (header: string): RosterField | undefined => {
  if (!header) return undefined;
  const compact = fold(mendAccents(header) ?? header).replace(/[^a-z0-9]/g, '');
  const bare = compact.replace(/(del|dela|de)?(alumn[oa]s?|estudiantes?)a?$/, '');
  const unnumbered = bare.replace(/^(numero|num|nro|no|n)(del|de)?/, '');
  const numbered = fieldOf.get(unnumbered);
  return (
    fieldOf.get(compact) ??
    fieldOf.get(bare) ??
    (numbered === 'documentNumber' || numbered === 'studentCode' ? numbered : undefined)
  );
};
