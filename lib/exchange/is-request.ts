import { AUTH_HEADERS } from '../api/auth-headers';
import {
  type BodyFacts,
  type BodyKind,
  type ChatFacts,
  type MessageFact,
  type MessagesFact,
  ROLES,
} from './body-facts';
import type { CharacterFact, Credential, QuoteFact, WhiteSpaceFact, WrittenCredential } from './credential';
import type { CredentialForm } from './credential-form';
import type { CodeFrame, CodePlace, RequestFacts } from './exchange';
import {
  type Guard,
  isBoolean,
  isCodePoint,
  isCount,
  isEither,
  isListOf,
  isNumber,
  isObjectOf,
  isOneOf,
  isText,
  isTrue,
} from './guards';
import type { HeaderFact } from './header-facts';
import type { JsonErrorFact } from './json-error';
import type { Placeholder } from './placeholder';
import type { AbsenceReason, Presence } from './presence';
import type { UrlFacts, UrlSecret } from './url-facts';

/** Proves facts that come from outside, as in a support bundle: whatever does not fit is no exchange. */
const isReason = isOneOf<AbsenceReason>(
  'pending',
  'not-recorded',
  'none',
  'devtools-closed',
  'body-unread',
  'opaque',
  'no-tab',
  'cors',
  'failed',
  'too-large',
  'stream',
  'ambiguous',
  'timed-out',
  'missed',
);

export function isPresenceOf<T>(guard: Guard<T>): Guard<Presence<T>> {
  return isEither(
    isObjectOf<Extract<Presence<T>, { status: 'present' }>>(
      { status: isOneOf('present'), value: guard } as never,
      {} as never,
    ),
    isObjectOf<Extract<Presence<T>, { status: 'absent' }>>(
      { status: isOneOf('absent'), reason: isReason },
      {},
    ),
  );
}

const isCharacter = isObjectOf<CharacterFact>({ position: isCount, codePoint: isCodePoint }, {});
const isWhiteSpaceFact = isObjectOf<WhiteSpaceFact>(
  { where: isOneOf('before', 'inside', 'after'), position: isCount, codePoint: isCodePoint },
  {},
);
const isQuotes = isObjectOf<QuoteFact>({ open: isText, close: isText, aroundScheme: isBoolean }, {});
const isPlaceholder = isObjectOf<Placeholder>(
  { kind: isOneOf('documentation', 'template', 'variable-name', 'stringified'), text: isText },
  {},
);

type Form<Type extends CredentialForm['type']> = Extract<CredentialForm, { type: Type }>;
const isForm: Guard<CredentialForm> = isEither(
  isEither(
    isObjectOf<Form<'empty'>>({ type: isOneOf('empty') }, {}),
    isObjectOf<Form<'key'>>({ type: isOneOf('key') }, {}),
  ),
  isEither(
    isObjectOf<Form<'bearer'>>(
      {
        type: isOneOf('bearer'),
        scheme: isText,
        separator: isOneOf('space', 'none', 'punctuation', 'several', 'tab', 'other-space'),
        tokens: isCount,
        schemes: isCount,
      },
      {},
    ),
    isObjectOf<Form<'other-scheme'>>(
      { type: isOneOf('other-scheme'), misspelt: isBoolean, parameters: isBoolean },
      { scheme: isText },
    ),
  ),
);

const anatomy = {
  header: isText,
  field: isOneOf(...AUTH_HEADERS),
  form: isForm,
  part: isCount,
  parts: isCount,
  length: isCount,
  mask: isText,
  whiteSpace: isListOf(isWhiteSpaceFact),
  oddCharacters: isListOf(isCharacter),
};
const anatomyOptions = { quotes: isQuotes, placeholder: isPlaceholder, redacted: isTrue };
export const isWrittenCredential = isObjectOf<WrittenCredential>(anatomy, {
  ...anatomyOptions,
  fingerprint: isText,
});
const isCredential = isObjectOf<Credential>({ ...anatomy, fingerprint: isText }, anatomyOptions);

export const isHeader = isObjectOf<HeaderFact>(
  { name: isText, value: isText },
  { meant: isOneOf(...AUTH_HEADERS) },
);
const isUrlSecret = isObjectOf<UrlSecret>(
  {
    where: isOneOf('query', 'fragment', 'userinfo'),
    name: isText,
    because: isOneOf('name', 'value', 'shape'),
    fingerprint: isText,
  },
  {},
);
export const isUrl = isObjectOf<UrlFacts>(
  {
    href: isText,
    scheme: isOneOf('http', 'https', 'other'),
    hostname: isText,
    origin: isText,
    path: isText,
    secrets: isListOf(isUrlSecret),
    digest: isText,
  },
  {},
);

const isJsonError = isObjectOf<JsonErrorFact>(
  {
    mistake: isOneOf(
      'end-of-text',
      'lost-quotes',
      'trailing-comma',
      'single-quote',
      'unquoted-name',
      'python-literal',
      'comment',
      'raw-line-break',
      'text-after-end',
      'unexpected-character',
    ),
    offset: isNumber,
    line: isNumber,
    column: isNumber,
  },
  {},
);
type Kind<Type extends BodyKind['type']> = Extract<BodyKind, { type: Type }>;
const isBodyKind: Guard<BodyKind> = isEither(
  isEither(
    isObjectOf<Kind<'empty' | 'json-object' | 'json-in-string' | 'object-text' | 'form'>>(
      { type: isOneOf('empty', 'json-object', 'json-in-string', 'object-text', 'form') },
      {},
    ),
    isObjectOf<Kind<'json-other'>>(
      { type: isOneOf('json-other'), is: isOneOf('array', 'string', 'number', 'boolean', 'null') },
      {},
    ),
  ),
  isObjectOf<Kind<'not-json'>>({ type: isOneOf('not-json'), error: isJsonError }, {}),
);
const isMessage = isObjectOf<MessageFact>(
  {
    role: isEither(
      isOneOf(...ROLES, 'missing', 'not-a-string'),
      isObjectOf<{ readonly other: string }>({ other: isText }, {}),
    ),
    content: isOneOf('text', 'empty', 'parts', 'missing', 'invalid'),
  },
  {},
);
type Messages<Type extends MessagesFact['type']> = Extract<MessagesFact, { type: Type }>;
const isMessages: Guard<MessagesFact> = isEither(
  isEither(
    isObjectOf<Messages<'missing'>>({ type: isOneOf('missing') }, {}),
    isObjectOf<Messages<'not-an-array'>>({ type: isOneOf('not-an-array'), is: isText }, {}),
  ),
  isObjectOf<Messages<'list'>>(
    { type: isOneOf('list'), count: isNumber, items: isListOf(isMessage) },
    { notAnObject: isNumber },
  ),
);
const isChat = isObjectOf<ChatFacts>(
  {
    messages: isMessages,
    llms: isNumber,
    excludeLlms: isNumber,
    stream: isBoolean,
    inputCharacters: isNumber,
  },
  {},
);
const isBody = isObjectOf<BodyFacts>(
  { size: isNumber, kind: isBodyKind, fields: isListOf(isText) },
  { chat: isChat },
);

const isFrame = isObjectOf<CodeFrame>({ url: isText, line: isNumber }, { column: isNumber });
export const isPlace = isObjectOf<CodePlace>(
  { url: isText, line: isNumber },
  { column: isNumber, caller: isFrame },
);
export const isRequest = isObjectOf<RequestFacts>(
  {
    method: isText,
    url: isUrl,
    httpVersion: isText,
    headers: isPresenceOf(isListOf(isHeader)),
    credentials: isPresenceOf(isListOf(isCredential)),
    body: isPresenceOf(isBody),
  },
  {
    endpoint: isOneOf('llm-response', 'chat-completions'),
    leftOut: isListOf(isText),
    unseen: isListOf(isText),
  },
);
