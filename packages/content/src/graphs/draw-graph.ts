import { type Arrow, layeredLayout } from './layered-layout.ts';

export interface GraphNode {
  id: string;
  title: string;
  /** A word or two above the title. */
  note?: string;
  thick?: boolean;
}

export interface GraphArrow extends Arrow {
  /** Of the drawing classes: ink, ink-2, right, thick, dashed. */
  style: string;
}

/** A drawing with the same facts in words and in a table, as a course's figures have them. */
export interface Drawing {
  title: string;
  svg: string;
  words: string;
  table: { columns: string[]; rows: string[][] };
}

const lineHeight = 20;
const padding = 12;

/** In the classes of content/README.md, so that it takes the ink of the page. */
export function drawGraph(title: string, nodes: readonly GraphNode[], arrows: readonly GraphArrow[]): string {
  const lines = new Map(
    nodes.map((node) => [node.id, [...(node.note ? [node.note] : []), ...wrap(node.title)]]),
  );
  const {
    width,
    height,
    boxes,
    arrows: drawn,
  } = layeredLayout(
    nodes.map(({ id }) => {
      const own = lines.get(id)!;
      return {
        id,
        width: Math.ceil(Math.max(...own.map(textWidth))) + 2 * padding,
        height: own.length * lineHeight + padding,
      };
    }),
    arrows,
  );
  const parts = [
    ...drawn.map(({ path, style, tip: [x, y], down }) => {
      const wing = down ? y - 7 : y + 7;
      const ink = style.split(' ').find((name) => name !== 'thick' && name !== 'dashed');
      return `<path class="${style}" d="${path}"/><path class="${ink} fill-${ink}" d="M${x} ${y}L${x - 4} ${wing}H${x + 4}Z"/>`;
    }),
    ...boxes.map(({ id, x, y, width: wide, height: high }, index) => {
      const { note, thick } = nodes[index]!;
      const texts = lines.get(id)!.map((line, place) => {
        const kind = note !== undefined && place === 0 ? 'small fill-ink-2' : 'label fill-ink';
        return `<text class="${kind}" text-anchor="middle" x="${x + wide / 2}" y="${y + padding / 2 + 15 + place * lineHeight}">${escaped(line)}</text>`;
      });
      return `<rect class="ink${thick ? ' thick' : ''}" x="${x}" y="${y}" width="${wide}" height="${high}" rx="4"/>${texts.join('')}`;
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"><title>${escaped(title)}</title>${parts.join('')}</svg>`;
}

/** Lines of about eighteen letters; no word is cut. */
export function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const joined = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && joined.length <= 18) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** Generous for any sans serif at 15 px, so that no letter leaves its box. */
export function textWidth(text: string): number {
  return [...text].reduce(
    (sum, letter) =>
      sum +
      (/[mwMW@]/.test(letter)
        ? 13.5
        : /[\p{Lu}]/u.test(letter)
          ? 11
          : /[ijltf.,:;'()! ]/.test(letter)
            ? 5.5
            : 8.8),
    0,
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
