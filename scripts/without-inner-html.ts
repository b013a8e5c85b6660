import type { Plugin } from 'vite';

const ASSIGNMENT = /\(\w+\.innerHTML=\w+\.__html\)/;

/**
 * Takes `dangerouslySetInnerHTML` out of preact. The interface never uses it, so that nothing from a server can become
 * markup, and the linter of addons.mozilla.org warns of the assignment wherever it stands.
 */
export function withoutInnerHtml(): Plugin {
  return {
    name: 'without-inner-html',
    apply: 'build',
    transform: {
      filter: { id: /\/preact\/dist\/preact\.mjs$/ },
      handler(code) {
        if (!ASSIGNMENT.test(code)) this.error('preact no longer assigns innerHTML in the form known here');
        return { code: code.replace(ASSIGNMENT, '(void 0)'), map: null };
      },
    },
  };
}
