import type { Plugin } from 'vite';

const MODULE = 'wxt/utils/content-script-context';

/**
 * Takes WXT's context out of content scripts. None uses it, it is larger than the relay, and it announces the script by
 * an event and a message on the page's `window`, where the page can see them.
 */
export function withoutScriptContext(): Plugin {
  const id = `\0${MODULE}`;
  return {
    name: 'without-script-context',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source) => (source === MODULE ? id : undefined),
    load: (loaded) => (loaded === id ? 'export class ContentScriptContext {}' : undefined),
  };
}
