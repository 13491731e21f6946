export interface ProseTag {
  name: string;
  form: 'open' | 'close' | 'self-closing';
  attributes: Record<string, string>;
  line: number;
}

export interface Prose {
  tags: ProseTag[];
  /** Lines of what is neither Markdown nor a component: comments, expressions, images. */
  foreign: { kind: 'comment' | 'expression' | 'image'; line: number }[];
  /** The prose with its components taken out. */
  words: string;
}

const tagPattern =
  /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^}]*\}|[^\s"'>]+))?)*)\s*(\/?)>/g;
const attributePattern = /([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\{[^}]*\}|[^\s"'>]+)))?/g;

export function scanProse(source: string): Prose {
  const text = source.replace(/^(```|~~~)[\s\S]*?^\1/gm, blank).replace(/`[^`\n]*`/g, blank);
  const lineAt = (index: number) => text.slice(0, index).split('\n').length;
  const tags = [...text.matchAll(tagPattern)].map((match): ProseTag => {
    const [, closing, name = '', attributes = '', selfClosing] = match;
    return {
      name,
      form: closing ? 'close' : selfClosing ? 'self-closing' : 'open',
      attributes: readAttributes(attributes),
      line: lineAt(match.index),
    };
  });
  const words = text.replace(tagPattern, blank);
  const foreign: Prose['foreign'] = [];
  for (const [kind, pattern] of foreignPatterns) {
    for (const match of words.matchAll(pattern)) foreign.push({ kind, line: lineAt(match.index) });
  }
  return { tags, foreign, words };
}

const foreignPatterns = [
  ['comment', /<!--|<[!?]/g],
  ['expression', /[{}]/g],
  ['image', /!\[[^\]]*\]\(/g],
] as const;

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(attributePattern)].map(([, name, double, single, bare]) => [
      name,
      double ?? single ?? bare ?? '',
    ]),
  );
}

/** Keeps the lines, so that what is found after it still has its line. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
