import type { RuleTexts } from '../../rule-texts';

export const credentialRules = {
  'credentials-missing': {
    title: 'No credentials',
    description:
      'Every call to the Infuzu API must carry the key in exactly one of `Infuzu-API-Key`, `X-Infuzu-API-Key` or `Authorization: Bearer`.',
    messages: {
      none: {
        short: 'No auth header',
        text: 'This call carries no API key: none of `Infuzu-API-Key`, `X-Infuzu-API-Key` and `Authorization` is there.',
      },
    },
    remedy: 'Send the key in the `Infuzu-API-Key` header.',
  },
  'credentials-multiple': {
    title: 'More than one credential',
    description:
      'Infuzu allows exactly one auth header with one value, and refuses more even when all of them hold the same key.',
    messages: {
      two: {
        short: 'Two auth headers, one is allowed',
        text: 'This call carries two auth headers, `{first}` and `{second}`. Infuzu allows exactly one.',
      },
      'two-same-key': {
        short: 'Two auth headers, one is allowed',
        text: 'This call carries two auth headers, `{first}` and `{second}`, both with the same key. Infuzu allows exactly one.',
      },
      three: {
        short: 'Three auth headers, one is allowed',
        text: 'This call carries three auth headers, `{first}`, `{second}` and `{third}`. Infuzu allows exactly one.',
      },
      'three-same-key': {
        short: 'Three auth headers, one is allowed',
        text: 'This call carries three auth headers, `{first}`, `{second}` and `{third}`, all with the same key. Infuzu allows exactly one.',
      },
      joined: {
        short: '`{first}` holds {count} values',
        text: '`{first}` holds {count} values, joined by commas: it was set more than once, or a list was given. Infuzu allows exactly one.',
      },
      'joined-same-key': {
        short: '`{first}` holds the key {count} times',
        text: '`{first}` holds the same key {count} times, joined by commas: it was set more than once, or a list was given. Infuzu allows exactly one.',
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
    remedy:
      'Remove all auth headers but one, and set that one once. Look for a default header of the client, an interceptor or a proxy that adds its own.',
  },
  'credential-empty': {
    title: 'Empty credential',
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
    title: '`Bearer` prefix missing',
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
    title: 'Malformed `Bearer` value',
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
    title: '`Bearer` in another case',
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
    title: 'Unsupported auth scheme',
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
    remedy: 'Send the key as `Authorization: Bearer` and one space before it, or in `Infuzu-API-Key` alone.',
  },
  'key-header-has-scheme': {
    title: 'Scheme in a key header',
    description:
      '`Infuzu-API-Key` and `X-Infuzu-API-Key` hold the key alone. With `Bearer` before it the whole text is taken for the key.',
    messages: {
      bearer: {
        short: '`{scheme}` does not belong in `{header}`',
        text: '`{header}` holds `{scheme}` before the key; this header takes the key alone.',
      },
    },
    remedy: 'Remove `Bearer` and the space, or send the value in `Authorization`.',
  },
  'key-whitespace': {
    title: 'White space at the key',
    description:
      'White space is no part of a key: with it the server compares another text. It mostly comes from copying, or from a file whose last line ends with a line break.',
    messages: {
      before: {
        short: 'White space before the key',
        text: 'In `{header}` white space stands before the key: {characters}.',
      },
      after: {
        short: 'White space after the key',
        text: 'In `{header}` white space stands after the key: {characters}.',
      },
      around: {
        short: 'White space around the key',
        text: 'In `{header}` white space stands before and after the key: {characters}.',
      },
      inside: {
        short: 'White space inside the key',
        text: 'In `{header}` white space stands inside the key: {characters}.',
      },
      several: {
        short: 'White space inside and around the key',
        text: 'In `{header}` white space stands inside the key and at its ends: {characters}.',
      },
      'trimmed-before': {
        short: 'White space before the key, trimmed',
        text: 'The code wrote white space before the key in `{header}`: {characters}. The browser trimmed it, so it works here and fails in a client that does not trim.',
      },
      'trimmed-after': {
        short: 'White space after the key, trimmed',
        text: 'The code wrote white space after the key in `{header}`: {characters}. The browser trimmed it, so it works here and fails in a client that does not trim.',
      },
      'trimmed-around': {
        short: 'White space around the key, trimmed',
        text: 'The code wrote white space before and after the key in `{header}`: {characters}. The browser trimmed it, so it works here and fails in a client that does not trim.',
      },
    },
    remedy: 'Remove the white space where the key is stored, or trim the key when it is read.',
  },
  'key-quoted': {
    title: 'Quotes around the key',
    description:
      'The quotes of a settings file or the brackets of a documentation are no part of the key, and are sent with it when they stay.',
    messages: {
      'both-ends': {
        short: 'Key is wrapped in {open} {close}',
        text: 'In `{header}` the key is wrapped in {open} and {close}, which are sent as a part of it.',
      },
      'one-end': {
        short: 'Stray quote at the key',
        text: 'In `{header}` a stray {quote} stands at one end of the key and is sent as a part of it.',
      },
      'around-scheme': {
        short: 'Quotes around the whole value',
        text: 'The whole value of `{header}` stands in quotes, the word `Bearer` included.',
      },
      'nothing-inside': {
        short: '`{header}` holds only quotes',
        text: '`{header}` holds a pair of quotes or brackets with nothing inside.',
      },
    },
    remedy: 'Remove the quotes or brackets, so that the key stands alone.',
  },
  'key-placeholder': {
    title: 'Placeholder instead of a key',
    description: 'The key was never filled in: its place holds text that stands for it.',
    messages: {
      documentation: {
        short: 'Key is the placeholder `{placeholder}`',
        text: '`{header}` holds the placeholder `{placeholder}` of an example instead of a key.',
      },
      template: {
        short: 'Key is the text `{placeholder}`',
        text: '`{header}` holds the text `{placeholder}`: a template that nothing filled in.',
      },
      'variable-name': {
        short: 'Key is the text `{placeholder}`',
        text: '`{header}` holds the text `{placeholder}`: the name of a variable instead of its value.',
      },
      stringified: {
        short: 'Key is the text `{placeholder}`',
        text: '`{header}` holds the text `{placeholder}`: the variable held no key, and the program wrote this for it.',
      },
    },
    remedy:
      'Fill in the key before the call is made: check the name of the variable, that the environment is loaded, and that a promise is awaited.',
  },
  'key-characters': {
    title: 'Character that no key has',
    description:
      'A key is made of visible ASCII characters. Others slip in when a key is copied from a document or a chat, and many of them cannot be seen.',
    messages: {
      'in-key': {
        short: 'Key holds {characters}',
        text: {
          one: 'The key in `{header}` holds a character that no key has: {characters}.',
          other: 'The key in `{header}` holds {count} characters that no key has: {characters}.',
        },
      },
      'before-scheme': {
        short: 'Invisible character before `Bearer`',
        text: {
          one: 'In `{header}` a character that cannot be seen stands before `Bearer`: {characters}.',
          other:
            'In `{header}` {count} characters that do not belong there stand before `Bearer` or in the key: {characters}.',
        },
      },
    },
    remedy: 'Copy the key anew from the dashboard, and paste it as plain text.',
  },
  'header-name-case': {
    title: 'Header name in another case',
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
    title: 'Header that Infuzu does not know',
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
  'key-exposed-to-page': {
    title: 'Key in a page’s code',
    description:
      'Whatever a page’s code sends, its visitors can read in their own DevTools. Infuzu advises never to hardcode keys.',
    messages: {
      page: {
        short: 'Visitors of the page can read the key',
        text: 'A page’s code made this call, so every visitor of the page can read the key in `{header}`.',
      },
    },
    remedy: 'For a public page, call your own server, keep the key there, and let it call Infuzu.',
  },
} as const satisfies Record<string, RuleTexts>;
