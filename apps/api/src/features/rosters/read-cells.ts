import type { FaultCode } from './roster-fault.ts';

export type DocumentKind = 'dni' | 'ce' | 'passport';
export interface IdentityDocument {
  kind: DocumentKind;
  number: string;
}
export type Read<T> = { value: T } | { code: FaultCode; offer?: string };

/** "4.5678912E7", "45678912.0", "45,678,912": what is left of an id that a spreadsheet took for a number. */
const numberInDisguise = (text: string): { digits: string | undefined } | undefined => {
  const power = /^(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})$/.exec(text);
  if (power) {
    const [, lead, fraction = '', exponent] = power;
    // Fewer decimals than the exponent: the last digits were rounded away or were zeros, which nobody can tell.
    const kept = fraction.length === Number(exponent);
    return { digits: kept ? lead! + fraction : undefined };
  }
  const decimal = /^(\d+)[.,]0+$/.exec(text);
  return decimal ? { digits: decimal[1]! } : undefined;
};

/** `="00123456"` and `'00123456`: how exporters keep a zero, seen as they are when the file is read as text. */
const unwrapped = (text: string): string => /^="(.*)"$/.exec(text)?.[1] ?? text.replace(/^'/, '');

export const readStudentCode = (text: string): Read<string> => {
  const disguised = /[.,]\d+[eE]|[eE]\+|[.,]0+$/.test(text) ? numberInDisguise(text) : undefined;
  if (disguised) return { code: 'student_code_mangled', offer: disguised.digits };
  return /^[A-Za-z0-9._-]{1,30}$/.test(text) ? { value: text } : { code: 'student_code_form' };
};

const kindNames: [DocumentKind, RegExp][] = [
  ['dni', /^(dni|le|libretaelectoral|docnacional|documentonacional(deidentidad)?|1|01)$/],
  ['ce', /^(ce|carne(t)?(de)?ext(ranjeria)?|extranjeria|foreignresidentcard|4|04)$/],
  ['passport', /^(p|pas|pass|pasaporte|passport|pspt|7|07)$/],
];

/** Also the numbers that the tax office gives each kind (1, 4, 7). */
export const readDocumentKind = (text: string): Read<DocumentKind> => {
  const compact = text
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
  const found = kindNames.find(([, pattern]) => pattern.test(compact));
  return found ? { value: found[0] } : { code: 'document_kind_unknown' };
};

const zeroFilled = (digits: string | undefined) =>
  digits?.length === 7 ? `0${digits}` : digits?.length === 8 ? digits : undefined;

const readDni = (text: string): Read<string> => {
  if (/^\d{8}$/.test(text)) return { value: text };
  if (/^\d{7}$/.test(text)) return { code: 'dni_seven', offer: `0${text}` };
  const disguised = numberInDisguise(text);
  if (disguised) return { code: 'dni_mangled', offer: zeroFilled(disguised.digits) };
  const digits = unwrapped(text).replace(/[\s.,-]/g, '');
  return {
    code: 'dni_form',
    offer: /^\d+$/.test(digits) && digits !== text ? zeroFilled(digits) : undefined,
  };
};

export const readDocument = (kind: DocumentKind, text: string): Read<IdentityDocument> => {
  const read: Read<string> =
    kind === 'dni'
      ? readDni(text)
      : /^[A-Za-z0-9]{5,15}$/.test(text)
        ? { value: text }
        : { code: 'document_form' };
  return 'value' in read ? { value: { kind, number: read.value } } : read;
};

export const readEmail = (text: string): Read<string> =>
  text.length <= 254 && /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/.test(text)
    ? { value: text }
    : { code: 'email_form' };
