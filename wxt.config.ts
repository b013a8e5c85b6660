import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { repack } from './scripts/repack';
import { shareWorkerChunks } from './scripts/share-worker-chunks';
import { withoutInnerHtml } from './scripts/without-inner-html';
import { withoutScriptContext } from './scripts/without-script-context';

const IN_PAGES = ['content-script', 'unlisted-script'];
/** The oldest browsers that the extension is built for. */
const OLDEST = { chrome: 123, firefox: 142 };

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  zip: {
    // The source package holds what is named here and nothing else that lies about in the working folder.
    excludeSources: ['**'],
    includeSources: [
      '{components,docs,entrypoints,lib,public,scripts,tests}/**',
      '.ci/*',
      '{.gitignore,.npmrc,LICENSE,package.json,package-lock.json,biome.json,tsconfig.json}',
      '*.md',
      '*.config.ts',
    ],
  },
  hooks: {
    // These run in pages: there the polyfill would be weight for nothing, as they only use what answers with
    // promises in every browser that knows Manifest V3.
    'vite:build:extendConfig': (entrypoints, config) => {
      const alias = config.resolve?.alias;
      if (alias && !Array.isArray(alias) && entrypoints.every(({ type }) => IN_PAGES.includes(type)))
        Reflect.deleteProperty(alias, 'wxt/browser');
    },
    'zip:extension:done': (_wxt, file) => repack(file),
    'zip:sources:done': (_wxt, file) => repack(file),
  },
  vite: ({ browser }) => ({
    plugins: [preact(), withoutInnerHtml(), withoutScriptContext(), shareWorkerChunks()],
    // The oldest versions that know light-dark(): for older ones every colour would be written twice.
    build: {
      target: browser === 'firefox' ? `firefox${OLDEST.firefox}` : `chrome${OLDEST.chrome}`,
      // Both have known it for longer than that.
      modulePreload: { polyfill: false },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['webRequest', 'storage', 'activeTab', 'scripting'],
    host_permissions: ['*://*.infuzu.com/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    optional_host_permissions: ['*://*/*'],
    action: { default_title: '__MSG_extensionName__' },
    ...(browser === 'chrome' && { minimum_chrome_version: String(OLDEST.chrome) }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'request-inspector@infuzu.com',
          strict_min_version: `${OLDEST.firefox}.0`,
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
