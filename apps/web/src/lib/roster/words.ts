import { number } from '#lib/format.ts';
import { messages } from '#lib/i18n.ts';

const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${number(n)} ${many}`);

export const words = messages({
  es: {
    file: 'Archivo CSV',
    hint: 'Tal como lo exporta la oficina: con código o documento, apellidos y nombres. Hasta 10 MB.',
    check: 'Revisar el archivo',
    checkAnother: 'Revisar otro archivo',
    checking: 'Revisando…',
    importing: 'Importando…',
    safe: 'Primero se revisa. Nada cambia hasta que lo confirmes, y entra todo o nada.',
    faults: {
      missing: 'Elige un archivo primero.',
      tooLarge: 'El archivo pasa de 10 MB. Divídelo en dos y súbelos uno por uno. No se cambió nada.',
      changed:
        'Mientras revisabas, algo cambió en la institución. No se importó nada; esto es lo que pasaría ahora.',
      refused: 'No se pudo leer el archivo. No se cambió nada.',
    },
    broken: (n: number) => `${count(n, 'dato', 'datos')} por corregir; no se cambió nada`,
    brokenWhat:
      'Corrige estas celdas en tu hoja de cálculo, guarda como CSV y súbelo otra vez. Puedes copiar la tabla y enviarla a la oficina.',
    listed: (n: number) => `Se muestran las primeras ${n}.`,
    ready: (rows: number) => `Se leyó completo: ${count(rows, 'fila', 'filas')}`,
    readyWhat: 'Esto es lo que pasaría. Todavía no ha cambiado nada.',
    done: (rows: number) => `Listo: ${count(rows, 'fila importada', 'filas importadas')}`,
    doneNothing: 'La lista ya estaba al día: no había nada que cambiar',
    counts: {
      creates: (n: number) => (n === 1 ? 'persona nueva' : 'personas nuevas'),
      updates: (n: number) => (n === 1 ? 'cambia algún dato' : 'cambian algún dato'),
      enrols: (n: number) => (n === 1 ? 'entra a la sección' : 'entran a la sección'),
      claims: (n: number) =>
        n === 1 ? 'entró con código y se confirma' : 'entraron con código y se confirman',
      unchanged: (n: number) => (n === 1 ? 'queda igual' : 'quedan igual'),
    },
    import: (rows: number) => `Importar ${count(rows, 'fila', 'filas')}`,
    nothing: 'No hay nada que importar: la lista ya está al día.',
    errors: 'Por corregir',
    warnings: (n: number) => `${count(n, 'aviso', 'avisos')}: se puede importar, pero mira`,
    preview: 'Las primeras filas, tal como se leyeron',
    columns: 'Cómo se leyeron las columnas',
    ignored: (names: string) => `No se usaron: ${names}.`,
    head: { row: 'Fila', column: 'Columna', value: 'Dice', message: 'Qué pasa', fix: 'Cómo se corrige' },
    acts: { create: 'nueva', update: 'cambia', claim: 'se confirma', enrol: 'entra', none: 'igual' },
    act: 'Qué pasará',
  },
  en: {
    file: 'CSV file',
    hint: 'As the office exports it: with code or document, surnames and given names. Up to 10 MB.',
    check: 'Check the file',
    checkAnother: 'Check another file',
    checking: 'Checking…',
    importing: 'Importing…',
    safe: 'It is checked first. Nothing changes until you confirm, and it goes in all or nothing.',
    faults: {
      missing: 'Choose a file first.',
      tooLarge:
        'The file is over 10 MB. Split it in two and upload one after the other. Nothing was changed.',
      changed:
        'Something changed in the institution meanwhile. Nothing was imported; this is what would happen now.',
      refused: 'The file could not be read. Nothing was changed.',
    },
    broken: (n: number) => `${count(n, 'cell', 'cells')} to mend; nothing was changed`,
    brokenWhat:
      'Mend these cells in your spreadsheet, save as CSV and upload it again. You can copy the table and send it to the office.',
    listed: (n: number) => `The first ${n} are shown.`,
    ready: (rows: number) => `Read to the end: ${count(rows, 'row', 'rows')}`,
    readyWhat: 'This is what would happen. Nothing has changed yet.',
    done: (rows: number) => `Done: ${count(rows, 'row imported', 'rows imported')}`,
    doneNothing: 'The list was up to date already: there was nothing to change',
    counts: {
      creates: (n: number) => (n === 1 ? 'new person' : 'new people'),
      updates: (n: number) => (n === 1 ? 'changes some detail' : 'change some detail'),
      enrols: (n: number) => (n === 1 ? 'enters the cohort' : 'enter the cohort'),
      claims: (n: number) =>
        n === 1 ? 'joined by code and is confirmed' : 'joined by code and are confirmed',
      unchanged: (n: number) => (n === 1 ? 'stays as it is' : 'stay as they are'),
    },
    import: (rows: number) => `Import ${count(rows, 'row', 'rows')}`,
    nothing: 'There is nothing to import: the list is up to date.',
    errors: 'To mend',
    warnings: (n: number) => `${count(n, 'warning', 'warnings')}: it can be imported, but look`,
    preview: 'The first rows, as they were read',
    columns: 'How the columns were read',
    ignored: (names: string) => `Not used: ${names}.`,
    head: { row: 'Row', column: 'Column', value: 'It says', message: 'What is wrong', fix: 'How to mend it' },
    acts: { create: 'new', update: 'changes', claim: 'confirmed', enrol: 'enters', none: 'same' },
    act: 'What will happen',
  },
});
