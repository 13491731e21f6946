import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rosters } from '../../../fixtures/rosters/make-rosters.ts';
import { writeCsv } from '../../files/csv.ts';
import { cleanOptional, cleanText } from '../people/clean-text.ts';
import { maximumRows, parseRoster } from './parse-roster.ts';
import { describeFault } from './roster-fault.ts';
import type { RosterRow } from './roster.ts';

const read = (text: string, encoding: BufferEncoding = 'utf8') => parseRoster(Buffer.from(text, encoding));
const namesOf = ({ names }: RosterRow) =>
  names && [names.firstSurname, names.secondSurname, names.givenNames];

describe('files as offices export them', () => {
  test.each(Object.keys(rosters))('%s is what its script writes', (name) => {
    expect(
      readFileSync(new URL(`../../../fixtures/rosters/${name}`, import.meta.url)).equals(rosters[name]!()),
    ).toBe(true);
  });

  test.each([
    ['semicolons-windows-1252.csv', 40, 3],
    ['utf8-bom-apellidos-y-nombres.csv', 32, 1],
    ['three-thousand.csv', 3000, 1],
  ])('%s is read whole', (name, rows, headerRow) => {
    const roster = parseRoster(rosters[name]!());
    expect(roster.errors).toEqual([]);
    expect(roster.rows).toHaveLength(rows);
    expect(roster.headerRow).toBe(headerRow);
    expect(
      roster.rows.every(({ studentCode, document, names }) => studentCode && document && names?.firstSurname),
    ).toBe(true);
  });

  test('Ñ, accents and compound surnames arrive as they are in the file', () => {
    const roster = parseRoster(rosters['semicolons-windows-1252.csv']!());
    const letters = new Set(roster.rows.flatMap((row) => [...(namesOf(row) ?? []).join('')]));
    for (const letter of 'ÑÁÉÍÓÚÜ') expect(letters, letter).toContain(letter);
    expect(roster.rows.find(({ document }) => document?.kind === 'ce')?.document?.number).toBe('009900007');
    expect(roster.rows.find(({ document }) => document?.kind === 'passport')?.document?.number).toBe(
      'ZZ9900019',
    );
  });

  test.each([
    ['semicolons', ';'],
    ['commas', ','],
    ['tabs', '\t'],
    ['bars', '|'],
  ])('separated by %s', (_name, separator) => {
    const roster = read(
      ['Código;DNI;Apellidos;Nombres', 'SYN1;00000001;ÑAHUI QUISPE;ROSA']
        .join('\r\n')
        .replaceAll(';', separator),
    );
    expect(roster.errors).toEqual([]);
    expect(namesOf(roster.rows[0]!)).toEqual(['ÑAHUI', 'QUISPE', 'ROSA']);
  });

  const sheet = 'Código;Apellido Paterno;Nombres\nSYN1;ÑAHUI;BEGOÑA';
  test.each([
    ['UTF-8', Buffer.from(sheet)],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${sheet}`)],
    ['Windows-1252', Buffer.from(sheet, 'latin1')],
    ['UTF-16, which Excel calls Unicode text', Buffer.from(`\ufeff${sheet}`, 'utf16le')],
  ])('encoded in %s', (_name, bytes) => {
    const roster = parseRoster(bytes);
    expect(roster.errors).toEqual([]);
    expect(namesOf(roster.rows[0]!)).toEqual(['ÑAHUI', null, 'BEGOÑA']);
  });

  test('what Windows-1252 has beyond Latin-1 is kept', () => {
    const bytes = Buffer.concat([
      Buffer.from('Codigo;Apellidos;Nombres\nSYN1;D'),
      Buffer.of(0x92),
      Buffer.from('ANGELO;Ñ', 'latin1'),
    ]);
    expect(namesOf(parseRoster(bytes).rows[0]!)).toEqual(['D’ANGELO', null, 'Ñ']);
  });

  test('a separator that the first line declares to Excel counts', () => {
    expect(read('sep=,\r\nCódigo,Apellidos,Nombres\r\nSYN1,PAZ,ANA').rows).toMatchObject([
      { row: 3, studentCode: 'SYN1' },
    ]);
  });

  test('quotation marks keep separators and line breaks, and rows are those of a spreadsheet', () => {
    const roster = read('Código;Apellidos;Nombres\n"SYN1";"PAZ;\nSOTO";"ANA ""LA MAGA"""\nSYN2;LUNA;EVA');
    expect(roster.rows.map(({ row, names }) => [row, names?.firstSurname, names?.givenNames])).toEqual([
      [2, 'PAZ;', 'ANA "LA MAGA"'],
      [3, 'LUNA', 'EVA'],
    ]);
  });

  test('decomposed accents are composed, inner spaces collapse, and case stays', () => {
    const roster = read('Código;Apellidos;Nombres\nSYN1; Nu\u0301n\u0303ez ;  rosa \u00a0 MARÍA  ');
    expect(namesOf(roster.rows[0]!)).toEqual(['Núñez', null, 'rosa MARÍA']);
  });

  test('an apostrophe that guards a formula goes; any other stays', () => {
    const roster = read("Código;Apellidos;Nombres\nSYN1;'=PAZ;'Ana");
    expect(namesOf(roster.rows[0]!)).toEqual(['=PAZ', null, "'Ana"]);
  });
});

describe('headers', () => {
  test.each([
    ['código', 'studentCode'],
    ['CODIGO', 'studentCode'],
    ['Cod. Alumno', 'studentCode'],
    ['Código del estudiante', 'studentCode'],
    ['Student code', 'studentCode'],
    ['N° de matrícula', 'studentCode'],
    ['DNI', 'documentNumber'],
    ['Nro. Documento', 'documentNumber'],
    ['N° DNI', 'documentNumber'],
    ['Número de documento de identidad', 'documentNumber'],
    ['D.N.I.', 'documentNumber'],
    ['Tipo de documento', 'documentKind'],
    ['TIPO DOC.', 'documentKind'],
    ['Apellido Paterno', 'firstSurname'],
    ['AP. PATERNO', 'firstSurname'],
    ['Primer apellido', 'firstSurname'],
    ['apellido_materno', 'secondSurname'],
    ['Apellidos', 'surnames'],
    ['NOMBRES', 'givenNames'],
    ['Apellidos y Nombres', 'surnamesFirst'],
    ['APELLIDOS Y NOMBRES DEL ESTUDIANTE', 'surnamesFirst'],
    ['Alumno(a)', 'surnamesFirst'],
    ['Nombres y apellidos', 'givenNamesFirst'],
    ['Correo electrónico', 'email'],
    ['E-mail', 'email'],
    ['Correo institucional', 'email'],
    ['Sede', 'campus'],
    ['Campus', 'campus'],
    ['Sección', 'section'],
  ])('%s is %s', (header, field) => {
    const others = ['Código', 'DNI', 'X'].filter((name) => name.toLowerCase() !== header.toLowerCase());
    const roster = read(`${header};${field === 'studentCode' ? 'DNI' : others[0]}\n`);
    expect(roster.columns).toHaveProperty(field, header);
  });

  test('a header whose accents were damaged is still understood, so that each damaged cell is named', () => {
    const roster = read(Buffer.from('Código;Apellidos;Nombres\nSYN1;ÑAHUI;ANA').toString('latin1'));
    expect(roster.errors).toMatchObject([
      { code: 'accents_damaged', row: 2, column: 'Apellidos', offer: 'ÑAHUI' },
    ]);
  });

  test('columns stand in any order, and what a roster does not need is ignored and named', () => {
    const roster = read(
      'N°;Sexo;Nombres;Fecha de nacimiento;DNI;Apellidos;Código\n1;F;ROSA;2008-01-01;00000001;PAZ SOTO;SYN1',
    );
    expect(roster.rows).toMatchObject([
      { studentCode: 'SYN1', document: { kind: 'dni', number: '00000001' } },
    ]);
    expect(roster.ignoredColumns).toEqual(['N°', 'Sexo', 'Fecha de nacimiento']);
  });

  test('title lines above, blank lines, a header repeated at a page break and lines below are nobody', () => {
    const roster = read(
      [
        'UNIVERSIDAD DE PRUEBA;;;',
        'Ciclo 2026-1;;;',
        '',
        'Código;DNI;Apellidos;Nombres',
        'SYN1;00000001;PAZ SOTO;ANA',
        ';;;',
        'UNIVERSIDAD DE PRUEBA;;;',
        'Código;DNI;Apellidos;Nombres',
        'SYN2;00000002;FUENTES TOTORA;FECHA',
        'Total de alumnos;2;;',
        ';;;Total: 2',
        'Fecha de impresión: 01/03/2026;;Usuario: OFICINA;',
        'Página 1 de 1',
      ].join('\r\n'),
    );
    expect(roster.errors).toEqual([]);
    expect(roster.rows.map(({ row, studentCode }) => [row, studentCode])).toEqual([
      [5, 'SYN1'],
      [9, 'SYN2'],
    ]);
  });

  test('numbered lines that nobody filled in are nobody', () => {
    const roster = read('N°;Código;Apellidos;Nombres\n1;SYN1;PAZ;ANA\n2;;;\n3;;;');
    expect([roster.rows.length, roster.errors, roster.warnings]).toEqual([1, [], []]);
  });

  test('a lone heading between people is left out with a warning; a lone code or name is an error', () => {
    const roster = read('Código;Apellidos;Nombres\nSECCIÓN B\nSYN1;PAZ;ANA\nSYN2\n;LUNA');
    expect(roster.warnings).toMatchObject([{ code: 'line_skipped', row: 2, value: 'SECCIÓN B' }]);
    expect(roster.errors).toMatchObject([
      { code: 'missing', row: 4, column: 'Apellidos' },
      { code: 'missing', row: 4, column: 'Nombres' },
      { code: 'missing', row: 5, column: 'Código' },
      { code: 'missing', row: 5, column: 'Nombres' },
    ]);
  });
});

describe('every fault is named by row and column', () => {
  const row = (cells: string) =>
    read(`Código;Tipo;DNI;Paterno;Materno;Nombres;Correo\nSYN1;DNI;00000001;PAZ;;ANA;\n${cells}`).errors;
  test.each([
    ['a DNI that lost its zero', 'SYN2;;1234567;A;B;C;', 'dni_seven', 'DNI', '01234567'],
    ['a DNI in scientific notation', 'SYN2;;4.5678912E7;A;B;C;', 'dni_mangled', 'DNI', '45678912'],
    ['with a comma and a plus', 'SYN2;;4,5678912E+07;A;B;C;', 'dni_mangled', 'DNI', '45678912'],
    ['of seven digits', 'SYN2;;1.234567E+06;A;B;C;', 'dni_mangled', 'DNI', '01234567'],
    ['with digits rounded away', 'SYN2;;4.56789E+07;A;B;C;', 'dni_mangled', 'DNI', undefined],
    ['a DNI with decimals', 'SYN2;;45678912.0;A;B;C;', 'dni_mangled', 'DNI', '45678912'],
    ['a DNI with dots', 'SYN2;;45.678.912;A;B;C;', 'dni_form', 'DNI', '45678912'],
    ['a DNI kept as a formula', 'SYN2;;"=""01234567""";A;B;C;', 'dni_form', 'DNI', '01234567'],
    ['a DNI kept by an apostrophe', "SYN2;;'01234567;A;B;C;", 'dni_form', 'DNI', '01234567'],
    ['a DNI of nine digits', 'SYN2;;123456789;A;B;C;', 'dni_form', 'DNI', undefined],
    ['a passport with spaces', 'SYN2;Pasaporte;ZZ 99;A;B;C;', 'document_form', 'DNI', undefined],
    ['an unknown kind of document', 'SYN2;Brevete;Q1234;A;B;C;', 'document_kind_unknown', 'Tipo', undefined],
    ['a code that Excel took for a number', '2.0261E+4;;;A;B;C;', 'student_code_mangled', 'Código', '20261'],
    ['a code with decimals', '20261234.0;;;A;B;C;', 'student_code_mangled', 'Código', '20261234'],
    ['a code with spaces', 'SYN 2;;;A;B;C;', 'student_code_form', 'Código', undefined],
    ['no code and no document', ';;;A;B;C;', 'missing', 'Código', undefined],
    ['no surname', 'SYN2;;;;B;C;', 'missing', 'Paterno', undefined],
    ['no given names', 'SYN2;;;A;B;;', 'missing', 'Nombres', undefined],
    [
      'two addresses in one cell',
      'SYN2;;;A;B;C;"a@b.example; c@d.example"',
      'email_form',
      'Correo',
      undefined,
    ],
    ['damaged accents', 'SYN2;;;Ã‘AHUI;B;C;', 'accents_damaged', 'Paterno', 'ÑAHUI'],
    ['lost letters', 'SYN2;;;\ufffdAHUI;B;C;', 'unreadable_characters', 'Paterno', undefined],
    ['a name beyond all measure', `SYN2;;;${'A'.repeat(201)};B;C;`, 'too_long', 'Paterno', undefined],
    ['one cell too many', 'SYN2;;;A;B;C;a@b.example;x', 'extra_cells', '', undefined],
    ['a code twice', 'syn1;;;A;B;C;', 'duplicate_code', 'Código', undefined],
    ['a document twice', 'SYN2;;00000001;A;B;C;', 'duplicate_document', 'DNI', undefined],
  ])('%s', (_name, cells, code, column, offer) => {
    expect(row(cells)).toMatchObject([{ code, row: 3, column, ...(offer && { offer }) }]);
    if (offer === undefined) expect(row(cells)[0]!.offer).toBeUndefined();
  });

  test('a duplicate names both rows', () => {
    const [fault] = row('SYN1;;;A;B;C;');
    expect(describeFault(fault!, 'es').message).toBe('Este código ya está en la fila 2.');
  });

  test.each([
    ['nothing', '', 'empty_file'],
    ['blanks', ' \r\n\n', 'empty_file'],
    ['a workbook', 'PK\x03\x04 and so on', 'spreadsheet_file'],
    ['no header', 'SYN1;PAZ;ANA\nSYN2;LUNA;EVA', 'no_header'],
    ['a header and nobody', 'Código;Apellidos;Nombres\n\n', 'no_rows'],
    ['a header twice over', 'Código;Cod. alumno;Nombres\nSYN1;SYN1;ANA', 'column_twice'],
    ['bytes', '\x00\x01\x02', 'unreadable'],
  ])('%s', (_name, text, code) => {
    expect(read(text, 'latin1').errors).toMatchObject([{ code }]);
  });

  test('a quotation mark that never closes is named by the row where it opens', () => {
    expect(read('Código;Apellidos;Nombres\nSYN1;PAZ;ANA\nSYN2;"LUNA;EVA\nSYN3;SOL;EVA').errors).toMatchObject(
      [{ code: 'quote_not_closed', row: 3 }],
    );
  });

  test('a line that never ends is one fault, quickly', () => {
    expect(read(`Código;Apellidos;Nombres\nSYN1;PAZ;ANA\n${';'.repeat(9_000_000)}`).errors).toMatchObject([
      { code: 'quote_not_closed', row: 3 },
    ]);
    expect(read(`Código;Apellidos;Nombres\n${'\n'.repeat(9_000_000)}`).errors).toMatchObject([
      { code: 'too_many_rows' },
    ]);
  });

  test('names and surnames in one cell, given names first, need a comma', () => {
    expect(
      read('Código;Nombre completo\nSYN1;ROSA MARÍA PAZ SOTO\nSYN2;"PAZ SOTO, EVA"').errors,
    ).toMatchObject([{ code: 'names_together', row: 2, column: 'Nombre completo' }]);
  });

  test('a file of more rows than an institution has is refused', () => {
    const lines = Array.from({ length: maximumRows + 1 }, (_, index) => `SYN${index}`);
    expect(read(`Código\n${lines.join('\n')}`).errors).toMatchObject([
      { code: 'too_many_rows', row: maximumRows + 2 },
    ]);
  });
});

describe('for any input', () => {
  const options = { numRuns: 200 };

  test('bytes never throw: what cannot be read is a reported fault', () => {
    const header = fc.constantFrom(
      '',
      'Código;DNI;Apellidos;Nombres\n',
      'DNI,Apellidos y nombres\n',
      '\ufeffcodigo\tdni\r\n',
    );
    fc.assert(
      fc.property(header, fc.uint8Array({ maxLength: 400 }), (text, bytes) => {
        const roster = parseRoster(Buffer.concat([Buffer.from(text), bytes]));
        for (const fault of [...roster.errors, ...roster.warnings]) {
          expect(fault.row).toBeGreaterThan(0);
          expect(describeFault(fault, 'es').message).not.toBe('');
        }
        expect(roster.rows.length + roster.errors.length).toBeGreaterThan(0);
      }),
      options,
    );
  });

  test('text in any order never throws either', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Código', 'DNI', 'Nombres', 'Total', '"', ';', '\r\n', 'SYN1', '=1', "'"),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), fc.constantFrom(';', ',', '\n', ''), (cells, join) => {
        parseRoster(Buffer.from(cells.join(join)));
      }),
      options,
    );
  });

  test('what an export writes, the import reads back unchanged', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc.constantFrom(
        '=HYPERLINK("x")',
        "'=x",
        "''",
        '+51',
        '-Ana',
        '@rosa',
        'PAZ; SOTO',
        'Ñ"ahui"',
        "D'Angelo",
        'Total',
        'Código',
      ),
    );
    const cleaned = name
      .map(cleanText)
      .filter((text) => text !== '' && !/[ÂÃ\u0000-\u001f\u007f-\u009f\ufffd]/.test(text));
    const person = fc.record({
      studentCode: fc.stringMatching(/^[A-Z]{2,4}[0-9]{4,10}$/),
      number: fc.stringMatching(/^[0-9]{8}$/),
      firstSurname: cleaned,
      secondSurname: fc.option(cleaned).map(cleanOptional),
      givenNames: cleaned,
    });
    const people = fc.uniqueArray(person, {
      minLength: 1,
      maxLength: 10,
      selector: ({ studentCode }) => studentCode,
    });
    fc.assert(
      fc.property(
        people.filter((list) => new Set(list.map(({ number }) => number)).size === list.length),
        (list) => {
          const roster = parseRoster(
            writeCsv([
              ['Código', 'Tipo de documento', 'Documento', 'Apellido paterno', 'Apellido materno', 'Nombres'],
              ...list.map((one) => [
                one.studentCode,
                'DNI',
                one.number,
                one.firstSurname,
                one.secondSurname,
                one.givenNames,
              ]),
            ]),
          );
          expect(roster.errors).toEqual([]);
          expect(
            roster.rows.map(({ studentCode, document, names }) => ({
              studentCode,
              number: document!.number,
              ...names!,
            })),
          ).toEqual(list);
        },
      ),
      options,
    );
  });
});
