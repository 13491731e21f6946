import type { Problem } from '../problem.ts';
import { languages } from '../schemas/text.ts';
import type { Fault } from '../source/sources.ts';
import type { Rule } from './scope.ts';

const largestBytes = 16 * 1024;

/** Drawings take ink and paper from the page, weigh little, and run and fetch nothing. */
export const figureDrawings: Rule = (scope) =>
  scope.openModules.flatMap((module) =>
    module.figures.flatMap((figure) =>
      languages.flatMap((language) => {
        const svg = figure.svg[language];
        if (svg === undefined) return [];
        const file = `${module.folder}/figures/${figure.name}.${language}.svg`;
        return drawingFaults(svg).map(({ line, field, fault }): Problem => ({
          severity: 'error',
          ...fault,
          file,
          line,
          field,
        }));
      }),
    ),
  );

interface Found {
  line: number;
  field: string;
  fault: Fault;
}

const elementPattern = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const attributePattern = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function drawingFaults(svg: string): Found[] {
  const found: Found[] = [];
  const text = svg.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, (part) => part.replace(/[^\n]/g, ' '));
  const lineAt = (index: number) => text.slice(0, index).split('\n').length;
  const add = (index: number, field: string, fault: Fault) =>
    found.push({ line: lineAt(index), field, fault });

  const bytes = new TextEncoder().encode(svg).length;
  if (bytes > largestBytes) {
    add(0, '', {
      code: 'svg-size',
      message: `The drawing weighs ${(bytes / 1024).toFixed(1)} kB; 16 kB is the most`,
      fix: 'round coordinates to one decimal and join paths',
    });
  }

  const elements = [...text.matchAll(elementPattern)];
  const open: { name: string; index: number }[] = [];
  for (const { 1: closing, 2: name = '', 3: attributes = '', 4: alone, index } of elements) {
    if (closing) {
      const start = open.findLastIndex((element) => element.name === name);
      if (start < 0) add(index, name, unpaired(name));
      else
        for (const inner of open.splice(start).slice(1)) add(inner.index, inner.name, unpaired(inner.name));
      continue;
    }
    if (!alone) open.push({ name, index });
    if (forbidden.has(name)) {
      add(index, name, {
        code: `svg-${name === 'script' || name === 'style' ? name : 'element'}`,
        message: `A drawing holds no <${name}>`,
        fix: name === 'style' ? 'use the classes of content/README.md' : 'remove it',
      });
    }
    for (const [, attribute = '', double, single] of attributes.matchAll(attributePattern)) {
      const fault = attributeFault(attribute, double ?? single ?? '');
      if (fault) add(index, `${name}.${attribute}`, fault);
    }
  }
  const stray = text.replace(elementPattern, (part) => part.replace(/[^\n]/g, ' ')).search(/</);
  if (stray >= 0) {
    add(stray, '', {
      code: 'svg-syntax',
      message: 'Here something is not well-formed XML',
      fix: 'put quotes around attributes, and write &lt; for <',
    });
  }
  for (const { name, index } of open) add(index, name, unpaired(name));

  const root = elements[0];
  if (root?.[2] !== 'svg') {
    add(0, '', {
      code: 'svg-syntax',
      message: 'The drawing is not an <svg>',
      fix: 'draw it as one',
    });
    return found;
  }
  const head = root[3] ?? '';
  if (!/\sviewBox\s*=/.test(head)) {
    add(root.index, 'svg.viewBox', {
      code: 'svg-viewbox',
      message: 'The drawing has no viewBox, so it cannot grow and shrink',
      fix: 'add viewBox="0 0 320 200" with its own size',
    });
  }
  if (!/\srole\s*=\s*["']img["']/.test(head)) {
    add(root.index, 'svg.role', {
      code: 'svg-title',
      message: 'A screen reader does not learn that this is an image',
      fix: 'add role="img" to <svg>',
    });
  }
  if (!/<title(\s[^>]*)?>\s*\S/.test(text)) {
    add(root.index, 'title', {
      code: 'svg-title',
      message: 'The drawing has no <title>',
      fix: 'add <title>…</title> as the first thing in <svg>',
    });
  }
  return found;
}

const forbidden = new Set(['script', 'style', 'a', 'image', 'foreignObject', 'iframe', 'link']);
const paints = new Set(['fill', 'stroke', 'color', 'stop-color', 'flood-color', 'lighting-color']);

function attributeFault(name: string, value: string): Fault | undefined {
  if (name === 'style') {
    return {
      code: 'svg-style',
      message: 'A drawing has no style attribute',
      fix: 'use the classes of content/README.md',
    };
  }
  if (/^on/i.test(name)) {
    return { code: 'svg-script', message: `A drawing runs nothing: ${name}`, fix: 'remove it' };
  }
  if (paints.has(name) && !/^(none|currentColor|inherit|transparent|url\(#[^)]+\))$/i.test(value)) {
    return {
      code: 'svg-colour',
      message: `The colour "${value}" would stay when the page turns dark`,
      fix: `use a class such as ink or fill-ink-2 in place of ${name}`,
    };
  }
  const isLink = /(^|:)href$/i.test(name);
  const isNamespace = /^xmlns(:|$)/.test(name);
  if ((isLink && !value.startsWith('#')) || (!isNamespace && /url\(\s*['"]?(?!#)/i.test(value))) {
    return {
      code: 'svg-link',
      message: `A drawing fetches nothing: ${value}`,
      fix: 'remove it; only what lies in the same drawing may be named, as #id',
    };
  }
  if (name === 'class') {
    const unknown = value.split(/\s+/).find((part) => part !== '' && !classes.has(part));
    if (unknown !== undefined) {
      return {
        severity: 'warning',
        code: 'svg-class',
        message: `There is no class "${unknown}" for drawings`,
        fix: `use ${[...classes].join(', ')}`,
      };
    }
  }
  return undefined;
}

const strokes = ['ink', 'ink-2', 'grid', 'action', 'right', 'espejismo', 'gold'];
const classes = new Set([
  ...strokes,
  ...strokes.map((name) => `fill-${name}`),
  'thick',
  'dashed',
  'label',
  'small',
  'strong',
]);

function unpaired(name: string): Fault {
  return {
    code: 'svg-syntax',
    message: `<${name}> is not closed where it should be`,
    fix: `write <${name}>…</${name}>, or end it with />`,
  };
}
