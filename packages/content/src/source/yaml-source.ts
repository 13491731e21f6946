import { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import type { FieldPath, Problem } from '../problem.ts';

export interface YamlSource {
  file: string;
  value: unknown;
  problems: Problem[];
  lineOf(path: FieldPath): number;
}

/** A source says on which line each of its fields stands, also when the field is missing. */
export function readYaml(file: string, text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });

  function lineOf(path: FieldPath): number {
    let node = document.contents as Node | null;
    let line = firstLine(node, lines);
    for (const part of path) {
      const found = child(node, part);
      if (found === undefined) break;
      line = firstLine(found.start, lines) || line;
      node = found.value;
    }
    return line || 1;
  }

  const problems = document.errors.map((error): Problem => ({
    severity: 'error',
    code: 'yaml',
    file,
    line: lines.linePos(error.pos[0]).line,
    field: '',
    message: `This is not valid YAML: ${sentence(error.message)}`,
    fix: 'look at this line and the one above: indentation with spaces, a space after each colon, quotes around text that contains ": " or " #"',
  }));

  return { file, value: problems.length === 0 ? document.toJS() : undefined, problems, lineOf };
}

function child(node: Node | null, part: string | number) {
  if (isMap(node)) {
    const pair = node.items.find(
      (entry) => isPair(entry) && isScalar(entry.key) && String(entry.key.value) === String(part),
    );
    return pair && { start: pair.key as Node, value: pair.value as Node | null };
  }
  if (isSeq(node) && typeof part === 'number') {
    const entry = node.items[part] as Node | undefined;
    return entry && { start: entry, value: entry };
  }
  return undefined;
}

function firstLine(node: Node | null, lines: LineCounter): number {
  return node?.range ? lines.linePos(node.range[0]).line : 0;
}

function sentence(message: string): string {
  return message.replace(/\s+/g, ' ').replace(/[.:\s]+$/, '');
}
