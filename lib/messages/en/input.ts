import type { InputTexts } from '../input-texts';

export const input = {
  nothing: 'The input is empty.',
  neither: 'The input is neither a HAR file nor a support bundle nor a curl line.',
  'broken-json':
    'The input looks like a HAR file, but it is not valid JSON: it breaks at line {line}, column {column}.',
  'cut-off':
    'The input is cut off: it ends before its JSON does, and what came after this place is not in it.',
  'json-but-no-har': 'The input is JSON, but neither a HAR file nor a support bundle: it has no `log`.',
  'no-entries': 'The input is not a readable HAR file: `log.entries` is not a list.',
  'no-exchanges': 'The support bundle holds no list of calls.',
  'no-exchange': 'The entry is not what a support bundle holds.',
  'bundle-version': 'The input is a support bundle of version {version}, which this version cannot read.',
  'not-an-object': 'The entry is not an object.',
  'no-request': 'The entry has no `request`.',
  'no-url': 'The entry’s request has no `url`.',
  'bad-url': 'The request’s URL is not an absolute URL.',
  'no-curl-url': 'The command has no URL.',
  'answer-alone': 'An answer whose request is not in the text; `curl -v` shows both.',
  'unclosed-quote':
    'The quote (`{quote}`) in line {line}, column {column}, is opened and not closed, so it is not known where the parts of the command end: nothing in it was judged. What is missing may be the end of an earlier quote; an apostrophe inside single quotes ends them, too.',
  'unquoted-header':
    "There are no plain quotes around the header `{header}`: the shell cuts it at the space, and curl takes its value for a URL. Write `-H '{header}: …'`.",
  'header-as-help':
    "The header `{header}` stands behind `-h`: that is curl’s help, and curl then sends nothing. Write `-H '{header}: …'`, with a capital H.",
  'typographic-dash':
    'The option `{option}` begins with a typographic dash, which curl takes for an address: a word processor or a ticket system made it from a hyphen. Type `-` there.',
  'cmd-single-quotes':
    'The line is for the Windows command prompt (cmd), in which single quotes do not quote: it cuts the line at every space in them, and curl gets the quotes as well. Write `"` for each of them, and `\\"` for a `"` inside.',
  'cmd-line-end':
    'The line is for the Windows command prompt (cmd), in which `\\` does not continue a line: the command ends there, and the next lines are not part of it. Write `^` instead, or everything on one line.',
  'html-escaped':
    'The line is HTML, its quotes are `&quot;` or `&#39;`: copy it from the page as it is displayed, or type the quotes anew.',
  'fetch-call':
    'A `fetch` call can be read only as DevTools copy it, with its address, options and headers as JSON. Copy the request there, as fetch or as cURL.',
  unexpected: 'The entry could not be read.',
} as const satisfies InputTexts;
