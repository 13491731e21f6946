import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { partsPath, type Part, type Parts } from './parts.ts';

const prose = /\/([\w-]+)\/([\w-]+)\/(?:lessons\/[\w-]+\/lesson|figures\/[\w-]+)\.(es|en)\.(?:svx|svg)/;
const figure = /packages\/figures\/src\/([\w-]+)\/figure\.ts$/;
const page =
  /routes\/\[lang=lang\]\/\((?:focus\)\/(?:courses|practice|cases)|app\)\/courses\/\[course\]\/\[module\]\/phone)\/.*\+page\.svelte$/;

const ofWhat = (facade: string): string | undefined => {
  const [, course, module, lang] = prose.exec(facade) ?? [];
  if (course) return `${course}/${module}/${lang}`;
  const [, name] = figure.exec(facade) ?? [];
  return name && `figures/${name}`;
};

/** Writes down what each file of the build needs, so that a phone can fetch a module whole. */
export const listParts = (): Plugin => ({
  name: 'list-parts',
  enforce: 'post',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle(_options, bundle) {
    const parts: Parts = {};
    for (const [name, file] of Object.entries(bundle)) {
      const content = file.type === 'chunk' ? file.code : file.source;
      const part: Part = { bytes: brotliCompressSync(content).byteLength, needs: [], later: [] };
      if (file.type === 'chunk') {
        const of = ofWhat(file.facadeModuleId ?? '');
        part.needs = [...file.imports, ...(file.viteMetadata?.importedCss ?? [])];
        part.later = file.dynamicImports;
        if (of) part.of = of;
        if (file.moduleIds.some((id) => page.test(id))) part.page = true;
      }
      parts[name] = part;
    }
    this.emitFile({ type: 'asset', fileName: partsPath.slice(1), source: JSON.stringify(parts) });
  },
});
