/** What the lines are that curl, wget and PowerShell write to a terminal, and where they are found in texts. */

/** ECMA-48's Select Graphic Rendition: curl writes the names of fields in bold. */
export const COLOUR = /\u001b\[[\d;]*m/g;
export const REQUEST = /^(> )?([A-Z]{3,12}) ((?:\/|https?:\/\/)\S*|[\w.-]+:\d+) (HTTP\/\d(?:\.\d)?)[ \t]*$/;
export const RESPONSE = /^(< )?(HTTP\/\d(?:\.\d)?) (\d{3})(?: (.*))?$/;
export const FIELD = /^([!#$%&'*+.^_`|~\w-]+):[ \t]?(.*)$/;
/** What curl writes beside heads and bodies: its notes, the sizes of what went by, its progress. */
export const NOTE =
  /^(?:\*(?: |$)|[{}] \[\d+ bytes data\]|[ \t]*% Total\b|[ \t]+Dload\b|[ \t]*\d{1,3}[ \t].*:--[ \t])/;
/** Notes of `curl -v` that need no head beside them to be known. */
export const SURE_NOTE =
  /^\*\s+(?:Trying |Connected to |Could not resolve|Couldn't |Failed to connect|connect to |Host \S+ was resolved|ALPN|SSL|TLSv|Closing connection|Connection #)/;
/** A note right behind a body that ends without a line break. */
export const NOTE_BEHIND = /\* (?:Connection #\d+ to host |Closing connection)[^\n*]*$/;
/** zsh's mark of such a body. */
export const NO_LINE_BREAK = /^%[ \t]*$/;
/** curl's exit code and its reason (https://curl.se/libcurl/c/libcurl-errors.html). */
export const FAILURE = /^curl: \((\d+)\) (.*)$/;
/** How PowerShell tells that a request failed. */
export const CMDLET_FAILURE = /^(?:Invoke-(?:RestMethod|WebRequest)|irm|iwr|curl) ?:(?! ?\(\d) ?/i;
export const STATUS_IN_REASON = /\((\d{3})\)|\b(\d{3}) \(/;
export const PLACE_IN_SCRIPT = /^(?:At (?:line|\S.*):\d+|[ \t]*\+ |[ \t]*\|[ \t]|Line \|)/;
/** The exit code of curl where what reads its output wants no more of it. */
export const OUTPUT_CLOSED = '23';
export const PROXY_FAILURE = /^(?:CONNECT tunnel failed|Received HTTP code \d+ from proxy)/;
/** With `--fail` all that curl tells of the answer. */
export const FAILED_STATUS = /\b[1-5]\d\d\b/;
/** Of Markdown, or of wget's debug output. */
export const FENCE = /^[ \t]*```|^---(?:request|response) end---/;
export const PROMPT =
  /^(?:(?:\S{0,80}[@:~]\S{0,80})?[$%#](?:[ \t]|$)|PS [A-Za-z]:[^>\n]*>|[A-Za-z]:\\[^>\n]*>)/;

/** A call as DevTools copy it, below which people write what came of it. */
export const FETCH = /(?:^|[\s=(])fetch\("/;

/** What is copied out of the Headers pane of Chrome and Edge, or by Safari’s “Copy HTTP Request” over HTTP/2, begins so. */
export const PANE = /^(?:Request URL(?::|[ \t]*$)|:(?:authority|method|path|scheme)(?::|[ \t]*$))/i;

/** Whether it is the first line of a request or an answer. */
export function isHead(line: string): boolean {
  return REQUEST.test(line) || RESPONSE.test(line) || PANE.test(line);
}
