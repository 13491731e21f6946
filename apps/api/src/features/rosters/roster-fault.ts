import type { Language } from '@puente/schemas';

/** Something in the file, by the row and the column header that the office sees in its spreadsheet. */
export interface RosterFault {
  code: FaultCode;
  /** From 1, the header and blank rows counted. */
  row: number;
  column: string;
  value?: string;
  /** The value that was probably meant. */
  offer?: string;
  /** What else the message names: another row, the former name, the campuses. */
  other?: string;
}

type Words = [message: string, fix: string];
type Describe = (fault: RosterFault) => Record<Language, Words>;

const offered = (fault: RosterFault, language: Language, otherwise: string): string =>
  fault.offer === undefined
    ? otherwise
    : language === 'es'
      ? `Escribe ${fault.offer}`
      : `Write ${fault.offer}`;

const descriptions = {
  empty_file: () => ({
    es: ['El archivo está vacío.', 'Elige el archivo que exportó la oficina.'],
    en: ['The file is empty.', 'Choose the file that the office exported.'],
  }),
  spreadsheet_file: () => ({
    es: ['Es un libro de Excel, no un CSV.', 'Ábrelo y guárdalo como «CSV UTF-8 (delimitado por comas)».'],
    en: ['This is an Excel workbook, not a CSV.', 'Open it and save it as “CSV UTF-8 (comma delimited)”.'],
  }),
  unreadable: () => ({
    es: ['El archivo no es texto.', 'Expórtalo otra vez como CSV.'],
    en: ['The file is not text.', 'Export it again as CSV.'],
  }),
  too_many_rows: ({ other }) => ({
    es: [`El archivo tiene más de ${other} filas.`, 'Divídelo en varios archivos.'],
    en: [`The file has more than ${other} rows.`, 'Split it into several files.'],
  }),
  quote_not_closed: () => ({
    es: [
      'La fila no termina: quizá se abre una comilla (") que nunca se cierra.',
      'Quita la comilla o ciérrala.',
    ],
    en: [
      'The row does not end: perhaps a quotation mark (") opens and never closes.',
      'Remove the quotation mark or close it.',
    ],
  }),
  no_header: () => ({
    es: [
      'Ninguna fila tiene los nombres de las columnas.',
      'Pon una fila con, por ejemplo: código, DNI, apellido paterno, apellido materno, nombres, correo, sede.',
    ],
    en: [
      'No row has the names of the columns.',
      'Add a row with, for example: student code, DNI, first surname, second surname, given names, email, campus.',
    ],
  }),
  no_rows: () => ({
    es: ['Debajo de los nombres de las columnas no hay nadie.', 'Revisa que sea el archivo completo.'],
    en: ['There is nobody below the names of the columns.', 'Check that this is the whole file.'],
  }),
  column_twice: ({ other }) => ({
    es: [`Dice lo mismo que la columna «${other}».`, 'Deja una de las dos.'],
    en: [`This means the same as the column “${other}”.`, 'Keep one of the two.'],
  }),
  extra_cells: () => ({
    es: [
      'La fila tiene más celdas que columnas: quizá un separador dentro de un nombre.',
      'Pon el nombre entre comillas o corrige la fila.',
    ],
    en: [
      'The row has more cells than columns: perhaps a separator inside a name.',
      'Put the name in quotation marks or mend the row.',
    ],
  }),
  missing: () => ({
    es: ['Falta este dato.', 'Complétalo o quita la fila.'],
    en: ['This is missing.', 'Fill it in or remove the row.'],
  }),
  too_long: ({ other }) => ({
    es: [`Tiene más de ${other} caracteres.`, 'Revisa la celda: nada se corta al importar.'],
    en: [`It has more than ${other} characters.`, 'Check the cell: importing never cuts anything.'],
  }),
  unreadable_characters: () => ({
    es: ['Se perdieron letras de esta celda.', 'Exporta otra vez el archivo (CSV UTF-8) y revisa la celda.'],
    en: ['Letters of this cell were lost.', 'Export the file again (CSV UTF-8) and check the cell.'],
  }),
  accents_damaged: (fault) => ({
    es: [
      'Las tildes o la Ñ se dañaron.',
      offered(fault, 'es', 'Exporta otra vez el archivo como CSV UTF-8.'),
    ],
    en: [
      'Accents or the letter Ñ were damaged.',
      offered(fault, 'en', 'Export the file again as CSV UTF-8.'),
    ],
  }),
  student_code_form: () => ({
    es: ['No es un código de alumno.', 'Usa hasta 30 letras, dígitos, puntos o guiones, sin espacios.'],
    en: ['This is not a student code.', 'Use up to 30 letters, digits, dots or dashes, without spaces.'],
  }),
  student_code_mangled: (fault) => ({
    es: [
      'Excel convirtió el código en un número.',
      offered(fault, 'es', 'Da formato de texto a la columna y copia el código otra vez.'),
    ],
    en: [
      'Excel turned the code into a number.',
      offered(fault, 'en', 'Format the column as text and copy the code again.'),
    ],
  }),
  dni_seven: (fault) => ({
    es: ['Un DNI tiene 8 dígitos y este tiene 7: Excel quita el cero inicial.', offered(fault, 'es', '')],
    en: ['A DNI has 8 digits and this has 7: Excel drops the leading zero.', offered(fault, 'en', '')],
  }),
  dni_mangled: (fault) => ({
    es: [
      'Excel convirtió el DNI en un número.',
      offered(fault, 'es', 'Da formato de texto a la columna y copia el DNI otra vez.'),
    ],
    en: [
      'Excel turned the DNI into a number.',
      offered(fault, 'en', 'Format the column as text and copy the DNI again.'),
    ],
  }),
  dni_form: (fault) => ({
    es: [
      'Un DNI tiene 8 dígitos.',
      offered(
        fault,
        'es',
        'Corrígelo; si es otro documento, indícalo en una columna «tipo de documento» (CE, pasaporte).',
      ),
    ],
    en: [
      'A DNI has 8 digits.',
      offered(fault, 'en', 'Correct it; for another document add a column “document type” (CE, passport).'),
    ],
  }),
  document_form: () => ({
    es: ['No es un número de documento.', 'Usa de 5 a 15 letras y dígitos, sin espacios.'],
    en: ['This is not a document number.', 'Use 5 to 15 letters and digits, without spaces.'],
  }),
  document_kind_unknown: () => ({
    es: ['Tipo de documento desconocido.', 'Escribe DNI, CE o pasaporte.'],
    en: ['Unknown kind of document.', 'Write DNI, CE or passport.'],
  }),
  email_form: () => ({
    es: ['No es un correo.', 'Escribe un solo correo, como nombre@universidad.pe, o deja la celda vacía.'],
    en: [
      'This is not an e-mail address.',
      'Write one address, such as name@university.pe, or leave the cell empty.',
    ],
  }),
  names_together: () => ({
    es: [
      'No se distingue dónde terminan los apellidos.',
      'Escribe «APELLIDOS, NOMBRES» con una coma, o sepáralos en columnas.',
    ],
    en: [
      'It cannot be told where the surnames end.',
      'Write “SURNAMES, NAMES” with a comma, or use separate columns.',
    ],
  }),
  duplicate_code: ({ other }) => ({
    es: [`Este código ya está en la fila ${other}.`, 'Deja una sola fila o corrige el código.'],
    en: [`This student code is in row ${other} too.`, 'Keep one of the rows or correct the code.'],
  }),
  duplicate_document: ({ other }) => ({
    es: [`Este documento ya está en la fila ${other}.`, 'Deja una sola fila o corrige el documento.'],
    en: [`This document is in row ${other} too.`, 'Keep one of the rows or correct the document.'],
  }),
  campus_unknown: ({ other }) => ({
    es: ['No existe esta sede.', `Escribe una de estas: ${other}.`],
    en: ['There is no such campus.', `Write one of these: ${other}.`],
  }),
  code_of_another_document: () => ({
    es: [
      'Este código es de una persona con otro documento.',
      'Revisa el código y el documento de esta fila.',
    ],
    en: [
      'This student code belongs to somebody with another document.',
      'Check the code and the document of this row.',
    ],
  }),
  document_of_another_code: () => ({
    es: [
      'Este documento es de una persona con otro código.',
      'Revisa el código y el documento de esta fila.',
    ],
    en: [
      'This document belongs to somebody with another student code.',
      'Check the code and the document of this row.',
    ],
  }),
  person_unknown: () => ({
    es: [
      'Esta persona aún no existe en la institución.',
      'Pide a administración que la importe, o que entre con el código de la cohorte.',
    ],
    en: [
      'This person does not exist in the institution yet.',
      'Ask an administrator to import them, or let them join by the cohort code.',
    ],
  }),
  not_a_student: () => ({
    es: [
      'Esta persona no es estudiante de la institución.',
      'Pide a administración que la importe como estudiante.',
    ],
    en: [
      'This person is not a student of the institution.',
      'Ask an administrator to import them as a student.',
    ],
  }),
  names_missing: () => ({
    es: ['Es una persona nueva y el archivo no trae sus nombres.', 'Añade las columnas apellidos y nombres.'],
    en: [
      'This person is new and the file does not have their names.',
      'Add columns for surnames and given names.',
    ],
  }),
  code_missing: () => ({
    es: ['Es una persona nueva y falta su código de alumno.', 'Añade el código.'],
    en: ['This person is new and the student code is missing.', 'Add the code.'],
  }),
  name_change: ({ other }) => ({
    es: [`Hoy figura «${other}».`, 'Al importar, el nombre cambia.'],
    en: [`The name on record is “${other}”.`, 'Importing changes it.'],
  }),
  name_differs: ({ other }) => ({
    es: [`Figura como «${other}», y así se queda.`, 'Si el archivo tiene razón, avisa a administración.'],
    en: [`The name on record is “${other}”, and stays.`, 'If the file is right, tell an administrator.'],
  }),
  names_split: ({ other }) => ({
    es: [`Se leyó así: ${other}.`, 'Si no es correcto, usa columnas separadas.'],
    en: [`Read as: ${other}.`, 'If that is wrong, use separate columns.'],
  }),
  unusual_character: ({ other }) => ({
    es: [`Tiene un carácter poco común en un nombre: ${other}`, 'Revisa que el archivo se exportó bien.'],
    en: [`It has a character that is rare in names: ${other}`, 'Check that the file was exported well.'],
  }),
  email_of_demonstration: () => ({
    es: ['Los correos de demo.puente son de la demostración.', 'Escribe el correo de esta persona.'],
    en: ['Addresses at demo.puente belong to the demonstration.', 'Write the e-mail of this person.'],
  }),
  email_shared: ({ other }) => ({
    es: [`El mismo correo está en la fila ${other}.`, 'Revisa que sea de esta persona.'],
    en: [`The same e-mail is in row ${other}.`, 'Check that it belongs to this person.'],
  }),
  line_skipped: () => ({
    es: ['Esta línea no parece una persona y se omite.', 'Si es una persona, completa sus datos.'],
    en: ['This line does not look like a person and is left out.', 'If it is a person, fill in the row.'],
  }),
  sections_mixed: ({ other }) => ({
    es: [`El archivo trae varias secciones: ${other}.`, 'Todas las filas entran en esta cohorte.'],
    en: [`The file has several sections: ${other}.`, 'All rows go into this cohort.'],
  }),
  campuses_not_set: () => ({
    es: ['La institución aún no tiene sedes.', 'La columna se omite.'],
    en: ['The institution has no campuses yet.', 'The column is left out.'],
  }),
} satisfies Record<string, (fault: RosterFault) => Record<Language, Words>>;

export type FaultCode = keyof typeof descriptions;

/** What happened and what to do, in the words of the office. */
export const describeFault = (fault: RosterFault, language: Language): { message: string; fix: string } => {
  const [message, fix] = (descriptions[fault.code] as Describe)(fault)[language];
  return { message, fix };
};
