import { mdsvex } from 'mdsvex';
import { compile } from 'svelte/compiler';
import { expect, test } from 'vitest';
import { lessonSource, literalBraces, stepSections } from './lesson-source.ts';

const filename = '/content/physiology/m/lessons/l/lesson.es.svx';

const htmlOf = async (prose: string) => {
  const source = lessonSource({ components: '/c' }).markup({ content: prose, filename });
  const { code = '' } =
    (await mdsvex({ extensions: ['.svx'], rehypePlugins: [stepSections] }).markup({
      content: source!.code,
      filename,
    })) ?? {};
  const { code: finished } = literalBraces().markup({ content: code, filename })!;
  compile(finished, { filename, generate: 'server', runes: true });
  return finished;
};

test('a formula is MathML before any phone sees it, and carries no style attribute', async () => {
  const html = await htmlOf('Vale:\n\n<Formula tex="E_K = \\\\frac{RT}{zF}\\\\,\\\\ln 2" />\n');
  expect(html).toContain('<Formula display>');
  expect(html).toContain('<mfrac>');
  expect(html).not.toMatch(/style=|tex=/);
});

test('a formula inside a sentence stays in its line', async () => {
  expect(await htmlOf('El <Formula tex="E_K" /> baja.')).toContain('<Formula><math>');
});

test('each heading opens a step with an address of its own', async () => {
  const html = await htmlOf('Antes.\n\n## Uno\n\ntexto\n\n## Dos\n\ntexto');
  expect(html.match(/<section id="step-\d"/g)).toEqual(['<section id="step-1"', '<section id="step-2"']);
  expect(html.match(/<\/section>/g)).toHaveLength(2);
  expect(html).toContain('["Uno","Dos"]');
});

test('braces and a lone < are text, since authors write no code', async () => {
  const html = await htmlOf('Un pH < 7.35 y {esto} con K⁺ <3.5.');
  expect(html).toContain('Un pH &lt; 7.35 y &#123;esto&#125; con K⁺ &lt;3.5.');
});

test('Markdown is read inside a component, on one line too', async () => {
  expect(await htmlOf('<Patient>Rosa, **58** años.</Patient>')).toContain('<strong>58</strong>');
  expect(await htmlOf('<Remember>\n- uno\n- dos\n</Remember>')).toContain('<li>uno</li>');
});

test('a lesson imports what it uses and nothing else', async () => {
  const html = await htmlOf('<Figure name="x" />');
  expect(html).toContain("import Figure from '/c/Figure.svelte'");
  expect(html).not.toContain('Check.svelte');
});

test('a lesson says which figures and concepts it asks for, each once', async () => {
  const html = await htmlOf(
    '<Figure name="x" />\n\nUn <Term id="a">término</Term>.\n\n<Another concept="a" />\n\n<Further concept="b" />',
  );
  expect(html).toContain('export const figures = ["x"];');
  expect(html).toContain('export const concepts = ["a","b"];');
  expect(html).toContain('export const terms = ["a"];');
});
