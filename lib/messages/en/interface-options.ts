/** The texts of the options page. */
export const optionsTexts = {
  title: 'Options',
  welcome: {
    title: 'Welcome',
    link: 'Permissions',
    what: {
      title: 'Why a call to Infuzu fails',
      text: 'This extension reads the calls that a page makes to the Infuzu API, finds what is wrong with each, and says how to mend it.',
    },
    places: {
      panel: {
        name: 'Next step',
        text: 'Open DevTools (`F12`) on the page that calls Infuzu and choose the tab `Infuzu`; it may stand behind `»`. Then make a call.',
      },
      popup: {
        name: 'Toolbar',
        text: 'The button of the extension shows the calls of the tab at a glance. Where they cannot be seen yet, it offers to watch the site.',
      },
      workbench: {
        name: 'Workbench',
        open: 'Open the workbench',
        text: 'Opens what a customer sent: a HAR file, a support bundle or a `curl` line.',
      },
    },
    access: {
      title: 'Permissions',
      own: 'From the start it sees calls to `infuzu.com` that pages of `infuzu.com` or of this machine (`localhost`) make, and what their code wrote.',
      sites:
        'To see the calls of another site it asks you for that one site, or, in Chrome, for a click on its toolbar button, and even there it looks only at calls to Infuzu and to hosts that you add in the options.',
      panel:
        'The panel in DevTools needs no permission; the list and your options stay on this machine, and wherever it looks, it keeps no key and sends nothing anywhere.',
    },
  },
  infuzu: {
    title: 'Access to Infuzu',
    granted: 'Calls to `infuzu.com` can be seen.',
    revoked:
      'The permission for `infuzu.com` was taken away in the browser’s settings: outside of DevTools no call to it can be seen.',
    cure: 'Allow Infuzu again',
  },
  hosts: {
    title: 'Your own hosts',
    why: 'A staging host or a gateway that stands before Infuzu: calls to it are read like calls to Infuzu. The browser asks for each one when you add it.',
    label: 'Add a host',
    hint: 'For example `staging.example.com`, `*.example.com` or `localhost:8080`.',
    add: 'Add',
    none: 'No host is added yet.',
    remove: 'Remove {host}',
    local: 'On this machine, needs no permission over http',
    allowed: 'Allowed',
    onlyPanel: 'Not allowed: only the DevTools panel sees its calls',
    allow: 'Allow',
    added: '{host} is added.',
    addedOnlyPanel:
      '{host} is added. The browser did not allow it, so only the DevTools panel sees its calls.',
    removed: '{host} is removed.',
    problems: {
      nothing: 'Write the name of a host.',
      'no-host':
        'This is not a host name. Write it like `staging.example.com`, with a port like `localhost:8080`.',
      infuzu: 'Infuzu’s own hosts are always observed.',
      'too-wide': 'This is too wide. Name at least two parts after the star, like `*.example.com`.',
      known: 'This host is in the list already.',
      'too-many': 'The list is full. Remove a host first.',
    },
  },
  sites: {
    title: 'Watched sites',
    why: 'Calls that these sites make to Infuzu are seen without DevTools, too, from the first line of the page on.',
    label: 'Watch another site',
    hint: 'For example `app.example.com`.',
    add: 'Watch',
    none: 'No site is watched yet. The popup offers to watch the site you are on.',
    every: 'every site',
    remove: 'Stop watching {site}',
    added: '{site} is watched. Reload its pages to see their calls from the start.',
    removed: '{site} is no longer watched.',
    kept: 'The browser keeps the permission for {site}. Take it away in the browser’s own settings.',
    denied: 'The browser did not allow it. Nothing has changed.',
    problems: {
      nothing: 'Write the address of a site.',
      'no-site': 'This is not the address of a website. Write it like `app.example.com`.',
      always: 'Calls of this site can be seen already, it needs no permission.',
      known: 'This site is watched already.',
    },
  },
  look: {
    title: 'Appearance and log',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    panel: 'The panel follows the theme of DevTools.',
    preserve: 'Preserve log',
    preserveWhy:
      'Keep the calls of a tab when it goes to another page. Off, an open panel begins anew with each page.',
  },
  kept: {
    title: 'What is kept, and how long',
    calls:
      'Calls are kept in memory and are gone when the browser is closed. A key is never kept, only its length, its mask and what is wrong with it; of messages only their number, roles and lengths.',
    perTab: 'Calls kept per tab',
    perTabWhy:
      'Each takes about 2 kB of memory, and a long list reacts more slowly. When the browser suspends the extension, the latest 10 MB remain.',
    settings: 'These options stay on this machine until you reset them or remove the extension.',
    forget: 'Forget all calls now',
    forgotten: 'All calls are forgotten.',
    reset: 'Reset all options',
    resetAsk: 'Remove your hosts and set everything back?',
    resetYes: 'Reset',
    resetNo: 'Keep',
    resetDone: 'All options are as they were at first. Watched sites stay until you stop watching them.',
  },
} as const;
