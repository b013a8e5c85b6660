import type { RuleTexts } from '../../rule-texts';
import { keyRules } from './keys';

const ADDED_BY = 'Look for a default header of the client, an interceptor or a proxy that adds its own.';
const SET_ONCE = 'Set `{first}` once, to one key: it was set more than once, or a list was given.';

export const credentialRules = {
  'credentials-missing': {
    description:
      'Every call to the Infuzu API must carry the key in exactly one of `Infuzu-API-Key`, `X-Infuzu-API-Key` or `Authorization: Bearer`.',
    messages: {
      none: {
        short: 'No auth header',
        text: 'This call carries no API key: it has no auth header.',
      },
      'in-url': {
        short: 'Key in the URL, no auth header',
        text: 'The key stands in the URL, where Infuzu does not read it, and this call carries no auth header.',
      },
      beacon: {
        short: 'A beacon carries no key',
        text: '`sendBeacon` can carry no auth header, so this call has no API key.',
        remedy: 'Send it by `fetch` with `keepalive: true` and the key in the `Infuzu-API-Key` header.',
      },
      'no-cors': {
        short: 'Browser dropped `{header}`',
        text: 'The code wrote `{header}`, and the browser dropped it: a call with `mode: "no-cors"` carries no auth header.',
        remedy: 'Take `mode: "no-cors"` out of the call; its answer could not be read either.',
      },
      'no-colon': {
        short: 'No colon behind `{header}`, not sent',
        text: 'No colon stands behind the name `{header}`: curl leaves such a header out, and the key with it.',
        remedy: 'Write `-H "{documented}: …"`, with a colon behind the name.',
      },
    },
    remedy: 'Send the key in the `Infuzu-API-Key` header.',
  },
  'credentials-multiple': {
    description:
      'Infuzu allows exactly one auth header with one value, and refuses more even when all of them hold the same key.',
    messages: {
      two: {
        short: 'Two auth headers, one is allowed',
        text: 'This call carries two auth headers. Infuzu allows exactly one.',
        remedy: `Remove either \`{first}\` or \`{second}\`. ${ADDED_BY}`,
      },
      three: {
        short: 'Three auth headers, one is allowed',
        text: 'This call carries three auth headers. Infuzu allows exactly one.',
        remedy: `Keep one of \`{first}\`, \`{second}\` and \`{third}\`, and remove the others. ${ADDED_BY}`,
      },
      joined: {
        short: '`{first}` holds {count} values',
        text: '`{first}` holds {count} values, joined by commas. Infuzu allows exactly one.',
        remedy: SET_ONCE,
      },
      'joined-same-key': {
        short: '`{first}` holds the key {count} times',
        text: '`{first}` holds the same key {count} times, joined by commas. Infuzu allows exactly one.',
        remedy: SET_ONCE,
      },
      repeated: {
        short: '`{first}` is there {count} times',
        text: 'The header `{first}` is on this call {count} times, with different values. Infuzu allows exactly one.',
      },
      'repeated-same-key': {
        short: '`{first}` is there {count} times',
        text: 'The header `{first}` is on this call {count} times, with the same key. Infuzu allows exactly one.',
      },
    },
    remedy: `Remove all auth headers but one, and set that one once. ${ADDED_BY}`,
  },
  'credential-empty': {
    description:
      'An auth header without a value counts as none. Mostly the variable that should hold the key was empty when the call was made.',
    messages: {
      nothing: {
        short: '`{header}` is empty',
        text: 'The header `{header}` is there, but nothing is in it.',
      },
      'white-space': {
        short: '`{header}` holds only white space',
        text: 'The header `{header}` is there, but only white space is in it.',
      },
    },
    remedy: 'Check that the variable holds the key before the call is made, and stop early when it is empty.',
  },
  'bearer-prefix-missing': {
    description: 'In `Authorization` the key must follow the word `Bearer` and one space.',
    messages: {
      bare: {
        short: '`Bearer` prefix is missing',
        text: '`{header}` holds the key alone; `Bearer` and one space must stand before it.',
      },
    },
    remedy:
      'In `Authorization`, write `Bearer` and one space before the key, or send it in `Infuzu-API-Key`.',
  },
  'bearer-malformed': {
    description: 'The value of `Authorization` must be `Bearer`, exactly one space, and the key.',
    messages: {
      'no-token': {
        short: 'No key after `Bearer`',
        text: '`{header}` holds `Bearer`, but no key follows it.',
      },
      twice: {
        short: '`Bearer` is there twice',
        text: '`{header}` holds the word `Bearer` more than once: the client adds it, and the value has it, too.',
      },
      'no-space': {
        short: 'No space after `Bearer`',
        text: 'In `{header}` no space stands between `Bearer` and the key.',
      },
      punctuation: {
        short: 'Punctuation after `Bearer`',
        text: 'In `{header}` a punctuation mark stands between `Bearer` and the key; it must be one space and nothing else.',
      },
      several: {
        short: 'More than one space after `Bearer`',
        text: 'In `{header}` more than one space stands between `Bearer` and the key; it must be exactly one.',
      },
      tab: {
        short: 'Tab after `Bearer`',
        text: 'In `{header}` a tab stands between `Bearer` and the key; it must be one space.',
      },
      'other-space': {
        short: 'Wrong kind of space after `Bearer`',
        text: 'In `{header}` a special space, such as a no-break space, stands between `Bearer` and the key; it must be the plain one.',
      },
      'several-tokens': {
        short: 'More than one word after `Bearer`',
        text: 'In `{header}` white space cuts what follows `Bearer` into several parts; exactly one key must follow.',
      },
    },
    remedy: 'Write the value as `Bearer`, one space and the key, and nothing else.',
  },
  'bearer-case': {
    description:
      'HTTP compares the names of schemes without case (RFC 9110 §11.1), but Infuzu documents `Bearer`, and not every server in between is that lenient.',
    messages: {
      'other-case': {
        short: '`{scheme}` instead of `Bearer`',
        text: '`{header}` says `{scheme}` where the documentation writes `Bearer`; it may work here and fail elsewhere.',
      },
    },
    remedy: 'Write `Bearer` with a capital B and small letters.',
  },
  'auth-scheme-unsupported': {
    description: 'In `Authorization` Infuzu takes the scheme `Bearer` and no other.',
    messages: {
      known: {
        short: 'Scheme `{scheme}` instead of `Bearer`',
        text: '`{header}` uses the scheme `{scheme}`; Infuzu takes `Bearer` only.',
      },
      misspelt: {
        short: '`Bearer` is misspelt: `{scheme}`',
        text: '`{header}` says `{scheme}` where `Bearer` was meant.',
      },
      unknown: {
        short: 'Another scheme than `Bearer`',
        text: '`{header}` begins with a word that is not `Bearer`; Infuzu takes no other scheme.',
      },
    },
    remedy:
      'In `Authorization`, write `Bearer`, one space and the key; or send the key alone, in `Infuzu-API-Key`.',
  },
  'header-name-case': {
    description:
      'The documentation says that header names are case-sensitive. HTTP itself compares them without case (RFC 9110 §5.1), so this is not why a call fails.',
    messages: {
      'other-case': {
        short: '`{header}` is documented as `{documented}`',
        text: 'The header is written `{header}`, and the documentation writes `{documented}`; HTTP makes no difference between them.',
      },
    },
    remedy: 'Write the name as the documentation does, if your client keeps the case.',
  },
  'header-name-unknown': {
    description:
      'Infuzu reads the key from `Infuzu-API-Key`, `X-Infuzu-API-Key` or `Authorization`. A header with another name is not looked at, so the call counts as one without a key.',
    messages: {
      'key-header': {
        short: '`{header}` should be `{documented}`',
        text: 'The header `{header}` is not one that Infuzu reads; the right name is `{documented}`.',
      },
      authorization: {
        short: '`{header}` should be `{documented}`',
        text: 'The header `{header}` is not one that Infuzu reads; the right name is `{documented}`, with `Bearer` and one space before the key.',
      },
    },
    remedy: 'Rename the header to the documented name.',
  },
  ...keyRules,
} as const satisfies Record<string, RuleTexts>;
