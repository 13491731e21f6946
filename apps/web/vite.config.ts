import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { mdsvex } from 'mdsvex';
import { defineConfig, type Plugin } from 'vite';
import { listParts } from './src/lib/offline/list-parts.ts';
import { lessonSource, literalBraces, stepSections } from './src/lib/lesson/lesson-source.ts';

const repository = resolve(import.meta.dirname, '../..');
const content = resolve(repository, process.env.PUENTE_CONTENT ?? 'content');
// The same components over the files themselves, for who writes them: scripts/content-preview.ts.
const preview = process.env.PUENTE_PREVIEW === 'true';

/** What an author saves is what the page shows next. */
const reloadOnSave = (): Plugin => ({
  name: 'reload-on-save',
  configureServer(server) {
    server.watcher.add(content);
    const reload = (file: string) => {
      if (file.startsWith(content)) server.ws.send({ type: 'full-reload' });
    };
    server.watcher.on('change', reload).on('unlink', reload);
    // What the watcher finds as it begins is no news.
    server.watcher.once('ready', () => server.watcher.on('add', reload));
  },
});

// Kit's route announcer carries a style attribute, which style-src refuses unless its hash is
// listed. Reading Kit's own file keeps the hash right when Kit changes.
const announcerHash = (): `sha256-${string}` => {
  const kit = dirname(createRequire(import.meta.url).resolve('@sveltejs/kit/package.json'));
  const source = readFileSync(join(kit, 'src/runtime/components/root.svelte'), 'utf8');
  const style = /id="svelte-announcer"[^>]*?\sstyle="([^"]+)"/.exec(source)?.[1];
  if (!style) throw new Error("Kit's announcer has lost its style attribute: revise style-src");
  return `sha256-${createHash('sha256').update(style).digest('base64')}`;
};

const versionName = (): string => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8'));
  try {
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return `${version}+${commit.toString().trim()}`;
  } catch {
    return `${version}+${Date.now().toString(36)}`;
  }
};

// On a slow line each request costs more than the bytes it might spare: what every page needs, and
// what every page of study needs, come in one file each.
const groups = [
  // Kit fills the payload before anything that reads it may run: it stays out of the runtime.
  {
    name: 'payload',
    test: /runtime\/client\/payload\.js|vite\/preload-helper|rolldown\/runtime/,
    priority: 3,
  },
  {
    name: 'runtime',
    // What a few staff pages alone use of Svelte stays with them.
    test: /node_modules\/(svelte|esm-env|devalue)\/(?!.*(bindings\/select|blocks\/(html|svelte-element)|legacy|reactive-))|runtime\/(client\/client\.js|app\/state)|kit\/src\/exports\/|src\/lib\/((i18n|lang|words|format)\.ts|ui\/(ConfidenceGlyph|ConfidenceSprite|ErrorPage|LanguageSwitch|Notice)\.svelte|recording\/watch-waiting)/,
    priority: 2,
  },
  { name: 'form', test: /runtime\/app\/forms|src\/lib\/ui\/ActionForm/, priority: 2 },
  {
    name: 'shell',
    test: /src\/lib\/ui\/((App|Account|Field|Page|Sent|Theme)\w*\.svelte|early-input)/,
  },
  {
    name: 'outbox',
    test: /node_modules\/idb\/|src\/lib\/recording\/(open-|)outbox|src\/lib\/recording\/(pause|send|attempt-clock)/,
    priority: 2,
  },
  {
    name: 'study',
    test: /src\/lib\/(question\/(?!Challenge|Number|number|Order|Pick)|recording\/(recorder|start-recorder|make-response|words|RecordingStatus|UnsentNotice))|src\/lib\/ui\/(ConfidenceScale|FocusBar)/,
    priority: 1,
  },
  // What the figures share: each brings only itself.
  {
    name: 'figure',
    test: /packages\/(figures\/src\/[\w.-]+\.(svelte|ts|css)|models\/src\/experiments\/experiment)/,
  },
  { name: 'sources', test: /src\/lib\/courses\/(Sources\.svelte|source-words)/ },
  { name: 'lesson', test: /src\/lib\/(lesson\/([A-Z]|context)|ui\/Figure)/ },
];

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter(),
      // From a root of its own: what Kit generates for these pages leaves the app's as they are.
      ...(preview && {
        files: {
          routes: 'routes',
          hooks: { server: 'hooks.server' },
          params: '../src/params',
          appTemplate: '../src/app.html',
          errorTemplate: '../src/error.html',
          serviceWorker: 'none',
          assets: '../static',
        },
      }),
      compilerOptions: { runes: true },
      extensions: ['.svelte', '.svx'],
      preprocess: [
        lessonSource({ components: resolve(import.meta.dirname, 'src/lib/lesson') }),
        mdsvex({ extensions: ['.svx'], highlight: false, rehypePlugins: [stepSections] }),
        literalBraces(),
      ],
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self', 'unsafe-hashes', announcerHash()],
          'img-src': ['self', 'data:'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
      // Registered by the page that first needs it, so that signing in costs no extra byte.
      serviceWorker: { register: false },
      version: { name: versionName() },
      // The list of all routes, which no student needs, stays on the server.
      router: { resolution: 'server' },
      // A request of its own costs a slow line more than the few bytes of a small sheet, said again on each page.
      inlineStyleThreshold: 2048,
      // What the server resolves names styles from the root; a relative name would miss them one page further.
      paths: { relative: false },
    }),
    ...(preview ? [reloadOnSave()] : [listParts()]),
  ],
  resolve: { alias: { '#content': content } },
  build: { target: 'chrome109' },
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } } },
  server: {
    fs: { allow: [repository, content] },
    // The host stays the page's own: the API refuses what another site's page sends.
    proxy: { '/api': { target: process.env.PUENTE_API ?? 'http://127.0.0.1:3001', changeOrigin: false } },
  },
});
