import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardFormula, removeFormulaGuard, writeCsv } from './csv.ts';

test('a file begins with a BOM, separates by semicolons, ends lines with CRLF and keeps the decimal point', () => {
  expect(
    writeCsv([
      ['Código', 'Puntaje'],
      ['U1', 12.5],
      [null, -3],
    ]).toString(),
  ).toBe('\ufeffCódigo;Puntaje\r\nU1;12.5\r\n;-3\r\n');
});

test('text that a spreadsheet would run gets an apostrophe; numbers and other text do not', () => {
  const cells = ['=1+1', '+51 999', '-x', '@sum', '\tx', '\rx', 'a=b', 'María', -5];
  const [row] = parse(writeCsv([cells]), {
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
  }) as string[][];
  expect(row).toEqual(["'=1+1", "'+51 999", "'-x", "'@sum", "'\tx", "'\rx", 'a=b', 'María', '-5']);
});

test('taking the guard off gives back exactly what was written, whatever it was', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^'{0,3}[=+\-@\t\r]?.{0,4}$/));
  fc.assert(
    fc.property(text, (value) => removeFormulaGuard(guardFormula(value)) === value),
    { numRuns: 1000 },
  );
  expect(removeFormulaGuard("'Ana")).toBe("'Ana");
});

test('every cell reads back as it was, quotes, separators and line breaks included', () => {
  const cell = fc.string({ unit: 'grapheme' }).filter((text) => !text.startsWith('\ufeff'));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
      const read = parse(writeCsv([['a', 'b', 'c'], ...rows]), {
        bom: true,
        delimiter: ';',
        record_delimiter: '\r\n',
      }) as string[][];
      expect(read.slice(1).map((row) => row.map(removeFormulaGuard))).toEqual(rows);
    }),
  );
});
