import PDFDocument from 'pdfkit';

const margin = 56;
const ink = '#16203A';
const faint = '#47536B';
const line = '#76829A';

export interface PdfColumn {
  title: string;
  /** Share of the width. */
  share: number;
  align?: 'left' | 'right';
}

export interface PdfPage {
  title(text: string): void;
  heading(text: string): void;
  paragraph(text: string): void;
  /** Label and value, line by line. */
  facts(rows: readonly (readonly [string, string])[]): void;
  /** The header repeats on every page. */
  table(columns: readonly PdfColumn[], rows: readonly (readonly string[])[]): void;
}

interface Options {
  title: string;
  /** Printed as its date: the same document gives the same bytes. */
  at: Date;
  language: 'es' | 'en';
  /** On every page, beside its number. */
  footer: string;
  landscape?: boolean;
}

// The standard faces know the letters of western Europe: what they lack would come out as another sign.
const printable = (text: string): string =>
  text
    .replaceAll('−', '-')
    .replaceAll(/[\u2009\u202f]/g, '\u00a0')
    .normalize('NFC');

/** An A4 document to print: text, facts and tables, the footer on every page. */
export const writePdf = (
  { title, at, language, footer, landscape = false }: Options,
  write: (page: PdfPage) => void,
): Promise<Buffer> => {
  const doc = new PDFDocument({
    size: 'A4',
    layout: landscape ? 'landscape' : 'portrait',
    margins: { top: margin, left: margin, right: margin, bottom: margin + 20 },
    bufferPages: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: 'Puente', Producer: 'Puente', CreationDate: at, ModDate: at },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Buffer>((resolve, reject) => {
    doc.once('end', () => resolve(Buffer.concat(chunks)));
    doc.once('error', reject);
  });
  const width = doc.page.width - 2 * margin;
  const bottom = () => doc.page.height - doc.page.margins.bottom;
  const room = (height: number) => {
    if (doc.y + height > bottom()) doc.addPage();
  };

  const row = (columns: readonly PdfColumn[], cells: readonly string[], bold: boolean) => {
    doc.font(bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(9);
    const texts = cells.map(printable);
    const widths = columns.map(({ share }) => share * width - 8);
    const height = Math.max(
      ...texts.map((text, index) => doc.heightOfString(text, { width: widths[index]! })),
    );
    if (doc.y + height + 6 > bottom()) {
      doc.addPage();
      if (!bold)
        row(
          columns,
          columns.map((column) => column.title),
          true,
        );
      doc.font('Helvetica').fontSize(9);
    }
    const top = doc.y + 3;
    let left = margin;
    texts.forEach((text, index) => {
      const { share, align = 'left' } = columns[index]!;
      doc.text(text, left, top, { width: widths[index]!, align });
      left += share * width;
    });
    doc.y = top + height + 3;
    doc
      .moveTo(margin, doc.y)
      .lineTo(margin + width, doc.y)
      .lineWidth(bold ? 1 : 0.3)
      .strokeColor(line)
      .stroke();
    doc.x = margin;
  };

  doc.fillColor(ink);
  write({
    title: (text) => {
      doc.font('Helvetica-Bold').fontSize(20).text(printable(text), margin, doc.y, { width });
      doc.moveDown(0.4);
    },
    heading: (text) => {
      room(60);
      doc.moveDown(0.8).font('Helvetica-Bold').fontSize(12).text(printable(text), margin, doc.y, { width });
      doc.moveDown(0.3);
    },
    paragraph: (text) => {
      doc.font('Helvetica').fontSize(10.5).text(printable(text), margin, doc.y, { width, lineGap: 2 });
      doc.moveDown(0.4);
    },
    facts: (rows) => {
      const columns: PdfColumn[] = [
        { title: '', share: 0.36 },
        { title: '', share: 0.64 },
      ];
      for (const cells of rows) row(columns, cells, false);
    },
    table: (columns, rows) => {
      room(50);
      row(
        columns,
        columns.map((column) => column.title),
        true,
      );
      for (const cells of rows) row(columns, cells, false);
    },
  });

  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    // The footer lies under the margin, where text would begin another page.
    doc.page.margins.bottom = 0;
    doc
      .font('Helvetica')
      .fontSize(7.5)
      .fillColor(faint)
      .text(printable(`${footer} · ${page + 1}/${count}`), margin, doc.page.height - margin, {
        width,
        lineBreak: false,
      });
  }
  doc.end();
  return ended;
};
