import { inflateSync } from 'node:zlib';

/** The text of a PDF of ours, page by page, as its pages draw it. */
export const pagesOf = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(([, stream]) => {
    const drawn = inflateSync(Buffer.from(stream!, 'latin1')).toString('latin1');
    const lines = [...drawn.matchAll(/\[(.*?)\] TJ/g)].map(([, parts]) =>
      [...parts!.matchAll(/<([0-9a-f]*)>/g)]
        .map(([, hex]) => Buffer.from(hex!, 'hex').toString('latin1'))
        .join(''),
    );
    return lines.length > 0 ? [lines.join(' ').replaceAll(/\s+/g, ' ')] : [];
  });
