/** Why an input, or one entry of it, cannot be read; a text under `input` in the catalogue. */
export interface InputProblem {
  readonly key:
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
    | 'fetch-call'
    | 'typographic-dash'
    | 'cmd-single-quotes'
    | 'cmd-line-end'
    | 'html-escaped'
    | 'unexpected';
  readonly values?: Readonly<Record<string, string | number>>;
}

/** An entry that became a row that says why it cannot be read. */
export interface UnreadableEntry {
  /** Position in the file. */
  readonly index: number;
  readonly reason: InputProblem;
}
