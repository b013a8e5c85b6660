import type { RuleTexts } from '../../rule-texts';

export const sentRules = {
  'content-type-unsupported': {
    description:
      'Infuzu reads bodies of type `application/json` only and refuses every other `Content-Type`, even when the body itself is right. Browsers call a text body `text/plain` and curl calls data a form, unless the type is written.',
    messages: {
      missing: {
        short: 'No `Content-Type`',
        text: 'The call sends a body without a `Content-Type`; Infuzu accepts `application/json` only.',
      },
      other: {
        short: 'Body sent as `{type}`',
        text: 'The body is sent as `{type}`; Infuzu accepts `application/json` only.',
      },
    },
    remedy: 'Send the header `Content-Type: application/json` with a JSON body.',
  },
  'body-invalid-json': {
    description:
      'The body of a call must be one JSON object. Anything else cannot be read by the server, whatever it says.',
    messages: {
      'end-of-text': {
        short: 'Body ends in the middle',
        text: 'The body is not JSON: it ends in the middle, at line {line}, column {column}; a bracket, a quote or a value is missing.',
      },
      'lost-quotes': {
        short: 'Shell took the quotes of the body',
        text: 'The body is not JSON: the shell took its double quotes for its own, so that none is sent.',
        remedy: 'Put the JSON in single quotes, or in cmd write each of its double quotes as `\\"`.',
      },
      'trailing-comma': {
        short: 'Body has a comma too many',
        text: 'The body is not JSON: at line {line}, column {column} a comma stands before a closing bracket.',
      },
      'single-quote': {
        short: 'Body has single quotes',
        text: 'The body is not JSON: at line {line}, column {column} stands a single quote, and JSON knows double quotes only.',
      },
      'unquoted-name': {
        short: 'Body has a name without quotes',
        text: 'The body is not JSON: the name at line {line}, column {column} is not in double quotes.',
      },
      'python-literal': {
        short: 'Body is written in Python',
        text: 'The body is not JSON: at line {line}, column {column} stands a Python value; JSON writes `null`, `true` and `false`.',
      },
      comment: {
        short: 'Body has a comment',
        text: 'The body is not JSON: at line {line}, column {column} begins a comment, and JSON knows none.',
      },
      'raw-line-break': {
        short: 'Body has a line break in a string',
        text: 'The body is not JSON: the string at line {line}, column {column} is broken over two lines; inside a string a line break is written as `\\n`.',
      },
      'text-after-end': {
        short: 'Body goes on after its end',
        text: 'The body is not JSON: at line {line}, column {column} more text follows after the end of the JSON value.',
      },
      'unexpected-character': {
        short: 'Body is not JSON',
        text: 'The body is not JSON: it cannot be read from line {line}, column {column} on.',
      },
      'object-text': {
        short: 'Body is the text `[object Object]`',
        text: 'The body is the text that JavaScript makes of an object that was never encoded, `[object Object]`, and not JSON.',
      },
      'json-in-string': {
        short: 'Body was encoded twice',
        text: 'The body is a JSON string that holds JSON: it was encoded twice, and the server finds a text where it expects an object.',
      },
      form: {
        short: 'Body is a form',
        text: 'The body is a form (`name=value`), and Infuzu reads one JSON object.',
      },
      'json-array': {
        short: 'Body is an array',
        text: 'The body is a JSON array; Infuzu expects an object, with the array under `messages`.',
      },
      'json-string': {
        short: 'Body is a string',
        text: 'The body is a JSON string; Infuzu expects an object with `messages`.',
      },
      'json-number': {
        short: 'Body is a number',
        text: 'The body is a JSON number; Infuzu expects an object with `messages`.',
      },
      'json-boolean': {
        short: 'Body is `true` or `false`',
        text: 'The body is `true` or `false`; Infuzu expects an object with `messages`.',
      },
      'json-null': {
        short: 'Body is `null`',
        text: 'The body is `null`; Infuzu expects an object with `messages`.',
      },
    },
    remedy:
      'Let a library encode the body, once: `JSON.stringify(body)` for fetch, an object for axios, `json=` in Python, `--json` in curl.',
  },
  'body-missing-messages': {
    description: 'Both chat endpoints require `messages`: an array with at least one message.',
    messages: {
      'no-body': {
        short: 'No body',
        text: 'The call has no body; the endpoint requires a JSON object with `messages`.',
      },
      missing: {
        short: '`messages` is missing',
        text: 'The body has no `messages`; the endpoint requires an array with at least one message.',
      },
      'not-an-array': {
        short: '`messages` is not an array',
        text: 'In the body `messages` is of type `{is}`; the endpoint requires an array with at least one message.',
      },
      empty: {
        short: '`messages` is an empty array',
        text: 'In the body `messages` is an empty array; the endpoint requires at least one message.',
      },
    },
    remedy: 'Send `messages` with at least one message that has a `role` and `content`.',
  },
  'body-invalid-messages': {
    description:
      'Each message needs a `role` (`system`, `user` or `assistant`) and `content`. `system` may only be the first, the first is `system` or `user`, and `assistant` stands only after `user`. Counting begins at 0.',
    messages: {
      'not-an-object': {
        short: '`{item}` is not an object',
        text: 'In the body `{item}` is not an object with `role` and `content`.',
      },
      'role-missing': {
        short: '`{item}` has no role',
        text: 'In the body `{item}` has no `role`; it must be `system`, `user` or `assistant`.',
      },
      'role-not-a-string': {
        short: 'Role of `{item}` is not text',
        text: 'In the body the `role` of `{item}` is not text; it must be `system`, `user` or `assistant`.',
      },
      'role-unknown': {
        short: '`{item}` has the role `{role}`',
        text: 'In the body `{item}` has the role `{role}`; Infuzu knows `system`, `user` and `assistant`.',
      },
      'system-not-first': {
        short: '`{item}` is `system`, but not first',
        text: 'In the body `{item}` has the role `system`, which only the first message may have.',
      },
      'assistant-first': {
        short: 'First message is `assistant`',
        text: 'In the body the first message, `{item}`, has the role `assistant`; the first must be `system` or `user`.',
      },
      'assistant-not-after-user': {
        short: '`{item}` is not after `user`',
        text: 'In the body `{item}` has the role `assistant`, but the message before it is not of `user`.',
      },
      'content-missing': {
        short: '`{item}` has no content',
        text: 'In the body `{item}` has no `content`.',
      },
      'content-empty': {
        short: '`{item}` has empty content',
        text: 'In the body the `content` of `{item}` is empty.',
      },
      'content-invalid': {
        short: 'Content of `{item}` is not text',
        text: 'In the body the `content` of `{item}` is neither a text nor a list of parts.',
      },
      'content-parts': {
        short: 'Content of `{item}` is a list',
        text: 'In the body the `content` of `{item}` is a list of parts; only `/api/v1/chat/completions` accepts parts, this endpoint wants a text.',
      },
    },
    remedy:
      'Give each message a known `role` and a `content`, and keep the order: `system` first if at all, then `user`, each `assistant` after a `user`.',
  },
  'body-llms-conflict': {
    description:
      '`llms` names the models to choose from, `exclude_llms` those to leave out. Infuzu accepts one of the two.',
    messages: {
      both: {
        short: '`llms` and `exclude_llms` together',
        text: 'The body has both `llms` and `exclude_llms`; Infuzu accepts one of the two.',
      },
    },
    remedy: 'Send only `llms` or only `exclude_llms`.',
  },
} as const satisfies Record<string, RuleTexts>;
