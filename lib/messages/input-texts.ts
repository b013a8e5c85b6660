import type { Template } from './message';

/** Why a file, or one entry of it, cannot be read. */
export type InputTextKey =
  | 'nothing'
  | 'neither'
  | 'broken-json'
  | 'cut-off'
  | 'json-but-no-har'
  | 'no-entries'
  | 'bundle-version'
  | 'no-exchanges'
  | 'no-exchange'
  | 'not-an-object'
  | 'no-request'
  | 'no-url'
  | 'bad-url'
  | 'no-curl-url'
  | 'answer-alone'
  | 'unclosed-quote'
  | 'unquoted-header'
  | 'header-as-help'
  | 'typographic-dash'
  | 'cmd-single-quotes'
  | 'cmd-line-end'
  | 'html-escaped'
  | 'fetch-call'
  | 'unexpected';

export type InputTexts = Readonly<Record<InputTextKey, Template>>;
