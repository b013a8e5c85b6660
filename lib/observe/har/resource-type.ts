import type { RawField } from '../../exchange/credential';
import type { ResourceType } from '../../exchange/exchange';
import { fieldValue } from './header-list';

/** Chrome's names (https://chromedevtools.github.io/devtools-protocol/tot/Network/#type-ResourceType) and others'. */
const BY_NAME: Readonly<Record<string, ResourceType>> = {
  xhr: 'fetch',
  fetch: 'fetch',
  xmlhttprequest: 'fetch',
  eventsource: 'fetch',
  document: 'document',
  main_frame: 'document',
  sub_frame: 'document',
  stylesheet: 'stylesheet',
  css: 'stylesheet',
  script: 'script',
  js: 'script',
  image: 'image',
  imageset: 'image',
  font: 'font',
  media: 'media',
  texttrack: 'media',
  // A web app manifest is fetched by the browser for the page, like its other parts.
  manifest: 'document',
  ping: 'beacon',
  beacon: 'beacon',
  preflight: 'preflight',
};

/** https://fetch.spec.whatwg.org/#concept-request-destination */
const BY_DESTINATION: Readonly<Record<string, ResourceType>> = {
  empty: 'fetch',
  document: 'document',
  iframe: 'document',
  frame: 'document',
  embed: 'document',
  object: 'document',
  manifest: 'document',
  style: 'stylesheet',
  xslt: 'stylesheet',
  script: 'script',
  worker: 'script',
  sharedworker: 'script',
  serviceworker: 'script',
  audioworklet: 'script',
  paintworklet: 'script',
  image: 'image',
  font: 'font',
  audio: 'media',
  video: 'media',
  track: 'media',
  report: 'beacon',
};

const BY_MEDIA_TYPE: readonly (readonly [RegExp, ResourceType])[] = [
  [/^(?:text\/html|application\/xhtml)/, 'document'],
  [/^text\/css/, 'stylesheet'],
  [/^(?:text|application)\/(?:x-)?(?:java|ecma)script/, 'script'],
  [/^image\//, 'image'],
  [/^(?:font\/|application\/(?:x-)?font)/, 'font'],
  [/^(?:audio|video)\//, 'media'],
];

const BY_EXTENSION: Readonly<Record<string, ResourceType>> = {
  html: 'document',
  css: 'stylesheet',
  js: 'script',
  mjs: 'script',
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  gif: 'image',
  svg: 'image',
  webp: 'image',
  avif: 'image',
  ico: 'image',
  woff: 'font',
  woff2: 'font',
  ttf: 'font',
  mp4: 'media',
  webm: 'media',
  mp3: 'media',
};

function byMediaType(text: string | undefined): ResourceType | undefined {
  const type = text?.trim().toLowerCase() ?? '';
  return BY_MEDIA_TYPE.find(([pattern]) => pattern.test(type))?.[1];
}

/** A file may name what every object has: `constructor`. */
const ownOf = (table: Readonly<Record<string, ResourceType>>, name: string) =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** What a file tells of the kind of one request. */
export interface ResourceHints {
  readonly method: string;
  readonly url: URL;
  /** `_resourceType`, where there is one. */
  readonly named?: string | undefined;
  readonly fields: readonly RawField[];
  /** Of the response. */
  readonly mimeType?: string | undefined;
}

/**
 * Which kind of resource was asked for: by name, else by `Sec-Fetch-Dest`, else, for a GET outside the API, by the
 * media type that was asked for or came, or the path's extension. `unknown` when nothing tells.
 */
export function resourceTypeOf({ method, url, named, fields, mimeType }: ResourceHints): ResourceType {
  const known = named && ownOf(BY_NAME, named.toLowerCase());
  if (known) return known;
  const destination = fieldValue(fields, 'sec-fetch-dest')?.trim().toLowerCase();
  const meant = destination && ownOf(BY_DESTINATION, destination);
  if (meant) return meant;
  if (fieldValue(fields, 'sec-fetch-mode')?.trim().toLowerCase() === 'navigate') return 'document';
  const fallback = named ? 'other' : 'unknown';
  if ((method !== 'GET' && method !== 'HEAD') || /^\/api(?:\/|$)/.test(url.pathname)) return fallback;
  const extension = /\.([a-z0-9]{2,5})$/i.exec(url.pathname)?.[1]?.toLowerCase() ?? '';
  return (
    byMediaType(fieldValue(fields, 'accept')) ??
    ownOf(BY_EXTENSION, extension) ??
    byMediaType(mimeType) ??
    fallback
  );
}
