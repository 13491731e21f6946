import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: 'Subir respuestas guardadas',
    lead: 'El archivo que un teléfono sin señal guardó con «Guardar copia en archivo». Cuenta lo mismo que si hubiera llegado ahora, y nada cuenta dos veces.',
    back: 'Personas',
    file: 'Archivo de respuestas',
    fileHint: 'Termina en .json. No se puede editar: cada respuesta se comprueba.',
    why: 'Motivo (queda en el registro)',
    send: 'Subir',
    busy: 'Subiendo…',
    missing: 'Elige el archivo.',
    unreadable: 'No es un archivo de respuestas de Puente, o está dañado. Pide que lo guarden otra vez.',
    tooLarge: 'El archivo es demasiado grande: hasta 2 MB.',
    noStudent: 'El archivo no es de una persona de esta institución.',
    noWhy: 'Escribe el motivo.',
    done: (name: string, code: string | null) => (code ? `${name} (${code})` : name),
    counts: {
      recorded: (n: number) => (n === 1 ? '1 registrada ahora' : `${n} registradas ahora`),
      already_recorded: (n: number) => (n === 1 ? '1 ya estaba' : `${n} ya estaban`),
      set_aside: (n: number) =>
        n === 1 ? '1 apartada: llegó y no cuenta' : `${n} apartadas: llegaron y no cuentan`,
      refused: (n: number) =>
        n === 1
          ? '1 no se pudo leer o no es de sus intentos'
          : `${n} no se pudieron leer o no son de sus intentos`,
    },
    hash: 'Huella del archivo (SHA-256)',
  },
  en: {
    title: 'Upload saved answers',
    lead: 'The file that a phone without signal saved with “Save a copy to a file”. It counts as if it had arrived now, and nothing counts twice.',
    back: 'People',
    file: 'File of answers',
    fileHint: 'Ends in .json. It cannot be edited: each answer is checked.',
    why: 'Reason (kept in the log)',
    send: 'Upload',
    busy: 'Uploading…',
    missing: 'Choose the file.',
    unreadable: 'This is no file of answers of Puente, or it is damaged. Ask for it to be saved again.',
    tooLarge: 'The file is too large: up to 2 MB.',
    noStudent: 'The file is not of a person of this institution.',
    noWhy: 'Write the reason.',
    done: (name: string, code: string | null) => (code ? `${name} (${code})` : name),
    counts: {
      recorded: (n: number) => `${n} recorded now`,
      already_recorded: (n: number) => (n === 1 ? '1 was there already' : `${n} were there already`),
      set_aside: (n: number) =>
        n === 1
          ? '1 set aside: it arrived and does not count'
          : `${n} set aside: they arrived and do not count`,
      refused: (n: number) =>
        n === 1
          ? '1 could not be read or is not of their attempts'
          : `${n} could not be read or are not of their attempts`,
    },
    hash: 'Fingerprint of the file (SHA-256)',
  },
});
