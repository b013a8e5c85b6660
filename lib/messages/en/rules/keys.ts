import type { RuleTexts } from '../../rule-texts';

/** The texts of the rules about the key itself. */
export const keyRules = {
  'key-header-has-scheme': {
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
    description:
      'White space is not part of a key: with it the server compares another text. It mostly comes from copying, or from a file whose last line ends with a line break.',
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
        text: 'In `{header}` white space stands inside the key, at character {position}: {characters}.',
        remedy:
          'Take out what stands at character {position} of the key where it is stored ({characters}), or copy the key anew; trimming reaches only the ends.',
      },
      several: {
        short: 'White space inside and around the key',
        text: 'In `{header}` white space stands inside the key, at character {position}, and at its ends: {characters}.',
        remedy:
          'Take out all white space of the key where it is stored, that at character {position}, too, or copy the key anew; trimming reaches only the ends.',
      },
      'trimmed-before': {
        short: 'White space before the key, trimmed',
        text: 'The code wrote white space before the key in `{header}`: {characters}. The browser trimmed it, other clients may not.',
      },
      'trimmed-after': {
        short: 'White space after the key, trimmed',
        text: 'The code wrote white space after the key in `{header}`: {characters}. The browser trimmed it, other clients may not.',
      },
      'trimmed-around': {
        short: 'White space around the key, trimmed',
        text: 'The code wrote white space before and after the key in `{header}`: {characters}. The browser trimmed it, other clients may not.',
      },
    },
    remedy: 'Remove the white space where the key is stored, or trim the key when it is read.',
  },
  'key-quoted': {
    description:
      'The quotes of a settings file or the brackets of an example are not part of the key, and are sent with it when they stay.',
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
      'shell-variable': {
        short: 'Key is the text `{placeholder}`',
        text: '`{header}` holds the text `{placeholder}`: as it is quoted here, the shell fills nothing in and sends it as it is.',
        remedy:
          'Quote the header so that the shell fills the variable in: in double quotes in bash and PowerShell, as `%NAME%` in cmd.',
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
  'key-exposed-to-page': {
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
