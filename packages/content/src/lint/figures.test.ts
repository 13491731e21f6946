import { test } from 'vitest';
import { expectOnly, planted } from '../testing/plant.ts';

const file = 'tiny/salt/figures/balance.es.svg';
const plants = (from: string, to: string) => planted(file, from, to);

test.each([
  ['a style attribute', '<path style="fill:red" ', 'svg-style', 'path.style'],
  ['a fixed fill', '<path fill="#c00" ', 'svg-colour', 'path.fill'],
  ['a fixed stroke', '<path stroke="red" ', 'svg-colour', 'path.stroke'],
  ['an event', '<path onclick="x()" ', 'svg-script', 'path.onclick'],
  ['a foreign paint', '<path mask="url(https://a.org/#m)" ', 'svg-link', 'path.mask'],
])('a drawing with %s is refused', (_name, to, code, field) => {
  const files = planted(file, '<path class="ink thick" fill="none" ', to);
  expectOnly(files, { code, file, field, at: to });
});

test.each([
  ['a style element', '<style>path { fill: red }</style>', 'svg-style', 'style'],
  ['a script', '<script>1</script>', 'svg-script', 'script'],
  ['an image', '<image x="1" />', 'svg-element', 'image'],
])('a drawing with %s is refused', (_name, text, code, field) => {
  expectOnly(plants('  <path', `  ${text}\n  <path`), { code, file, field, at: text });
});

test('a drawing that links elsewhere is refused', () => {
  expectOnly(plants('  <path', '  <use href="https://a.org/b.svg" />\n  <path'), {
    code: 'svg-link',
    file,
    field: 'use.href',
    at: '<use',
  });
  expectOnly(plants('  <path', '  <use href="#own" />\n  <path'));
});

test('a drawing without viewBox, role or title is refused', () => {
  expectOnly(plants(' viewBox="0 0 320 200"', ''), {
    code: 'svg-viewbox',
    file,
    field: 'svg.viewBox',
  });
  expectOnly(plants(' role="img"', ''), { code: 'svg-title', file, field: 'svg.role' });
  expectOnly(plants('<title>Balanza</title>', ''), { code: 'svg-title', file, field: 'title' });
});

test('a drawing over 16 kB is refused', () => {
  expectOnly(plants('M0 0', `M0 0${'h1 '.repeat(6000)}`), { code: 'svg-size', file, field: '' });
});

test('an element left open is refused', () => {
  expectOnly(plants('  <path', '  <g>\n  <path'), {
    code: 'svg-syntax',
    file,
    field: 'g',
    at: '<g>',
  });
});

test('an element closed twice is refused', () => {
  expectOnly(plants('</text>', '</text></text>'), {
    code: 'svg-syntax',
    file,
    field: 'text',
    at: '</text>',
  });
});

test('a class that the page does not know is advice', () => {
  expectOnly(plants('class="ink thick"', 'class="ink blue"'), {
    severity: 'warning',
    code: 'svg-class',
    file,
    field: 'path.class',
    at: '<path',
  });
});

test('a row with a cell too few is refused', () => {
  const table = 'tiny/salt/figures/balance.yaml';
  expectOnly(planted(table, '[{ es: Derecha, en: Right }, 2]', '[{ es: Derecha, en: Right }]'), {
    code: 'table-row',
    file: table,
    field: 'table.rows[1]',
    at: 'Derecha',
  });
});
