import temml from 'temml';

const components = [
  'Patient',
  'Figure',
  'Check',
  'Term',
  'Formula',
  'Remember',
  'Another',
  'Further',
] as const;

interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

// Authors double the backslash, as in a quoted string. The content policy refuses style attributes,
// and MathML Core needs none of temml's.
const mathml = (tex: string, display: boolean) =>
  temml
    .renderToString(tex.replaceAll('\\\\', '\\'), { displayMode: display, throwOnError: true })
    .replace(/ style="[^"]*"/g, '');

const alone = (source: string, start: number, end: number) =>
  /(^|\n)[ \t]*$/.test(source.slice(0, start)) && /^[ \t]*(\n|$)/.test(source.slice(end));

/** Formulas become MathML while the site is built: nothing to run on the phone. */
const renderFormulas = (source: string) =>
  source.replace(/<Formula\s+tex="([^"]*)"\s*\/>/g, (whole, tex: string, start: number) => {
    const display = alone(source, start, start + whole.length);
    return `<Formula${display ? ' display' : ''}>${mathml(tex, display)}</Formula>`;
  });

/** Markdown inside a component is read only between blank lines. */
const openBlocks = (source: string) =>
  source
    .replace(/<(Patient|Remember)>[ \t]*\n*/g, '<$1>\n\n')
    .replace(/\n*[ \t]*<\/(Patient|Remember)>/g, '\n\n</$1>\n');

const openBrace = '\u{e000}';
const closeBrace = '\u{e001}';

/** Authors write no code, so braces and a lone `<` are always text. */
const literalSigns = (source: string) =>
  source
    .replaceAll('{', openBrace)
    .replaceAll('}', closeBrace)
    .replace(/<(?![a-zA-Z/!])/g, '&lt;');

/** Gives the braces back once mdsvex, which would undo their entities, has been. */
export const literalBraces = () => ({
  name: 'literal-braces',
  markup: ({ content, filename }: { content: string; filename?: string }) =>
    filename?.endsWith('.svx')
      ? { code: content.replaceAll(openBrace, '&#123;').replaceAll(closeBrace, '&#125;') }
      : undefined,
});

const namesIn = (source: string, pattern: RegExp) => [
  ...new Set([...source.matchAll(pattern)].flatMap((match) => match[1] ?? [])),
];

/** Gives every `.svx` its components, so that authors import nothing. */
export const lessonSource = (options: { components: string }) => ({
  name: 'lesson-source',
  markup({ content, filename }: { content: string; filename?: string }) {
    if (!filename?.endsWith('.svx')) return undefined;
    const named = {
      steps: [...content.matchAll(/^##\s+(.+?)\s*$/gm)].map((match) => match[1]),
      figures: namesIn(content, /<Figure\s+name="([^"]*)"/g),
      concepts: namesIn(content, /<(?:Another|Further)\s+concept="([^"]*)"/g),
      terms: namesIn(content, /<Term\s+id="([^"]*)"/g),
    };
    // Few lessons name terms, and each byte of a lesson is paid for by phone.
    const lists = Object.entries(named).filter(([name, list]) => name !== 'terms' || list.length > 0);
    const constants = lists.map(([name, list]) => `export const ${name} = ${JSON.stringify(list)};`);
    const code = literalSigns(renderFormulas(openBlocks(content)));
    const imports = components
      .filter((name) => code.includes(`<${name}`))
      .map((name) => `import ${name} from '${options.components}/${name}.svelte';`);
    return {
      code: [
        `<script module lang="ts">${constants.join(' ')}</script>`,
        `<script lang="ts">${imports.join('\n')}</script>`,
        '',
        code,
      ].join('\n'),
    };
  },
});

/** Each `##` heading opens a section `#step-n`: what a lesson walks through one by one. */
export const stepSections = () => (tree: Node) => {
  const out: Node[] = [];
  let step = 0;
  for (const child of tree.children ?? []) {
    if (child.tagName === 'h2') {
      if (step > 0) out.push({ type: 'raw', value: '</section>\n' });
      step += 1;
      out.push({ type: 'raw', value: `<section id="step-${step}" class="step">\n` });
    }
    out.push(child);
  }
  if (step > 0) out.push({ type: 'raw', value: '\n</section>' });
  tree.children = out;
};
