import { messages } from '#lib/i18n.ts';

/** What the API calls a column, in words; kept from the phone, which gets those of its own file. */
export const columnNames = messages({
  es: {
    studentCode: 'Código',
    documentKind: 'Tipo de documento',
    documentNumber: 'Documento',
    document: 'Documento',
    givenNames: 'Nombres',
    firstSurname: 'Primer apellido',
    secondSurname: 'Segundo apellido',
    surnames: 'Apellidos',
    surnamesFirst: 'Apellidos y nombres',
    givenNamesFirst: 'Nombres y apellidos',
    email: 'Correo',
    otherEmail: 'Otro correo',
    campus: 'Sede',
    section: 'Sección',
    unconfirmed: 'Por confirmar',
  },
  en: {
    studentCode: 'Code',
    documentKind: 'Kind of document',
    documentNumber: 'Document',
    document: 'Document',
    givenNames: 'Given names',
    firstSurname: 'First surname',
    secondSurname: 'Second surname',
    surnames: 'Surnames',
    surnamesFirst: 'Surnames and names',
    givenNamesFirst: 'Names and surnames',
    email: 'E-mail',
    otherEmail: 'Other e-mail',
    campus: 'Campus',
    section: 'Section',
    unconfirmed: 'To be confirmed',
  },
});
