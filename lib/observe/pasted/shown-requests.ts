import { groupBy } from '../../exchange/group-by';
import { fieldValue } from '../har/header-list';
import type { InputProblem } from '../input-problem';
import type { PlacedDraft, RequestDraft } from './request-draft';
import type { ShownExchange, ShownRequest, ShownResponse } from './shown-exchange';

/** A request with its answer, where the text shows one. */
export interface AnsweredDraft extends Pick<ShownExchange, 'response' | 'error'> {
  readonly draft: RequestDraft | InputProblem;
  /** Whether the answer is a redirect, and what follows is the next hop. */
  readonly isFollowed?: boolean;
}

const isProblem = (draft: RequestDraft | InputProblem): draft is InputProblem => 'key' in draft;

const VERSIONS: Readonly<Record<string, string>> = { 'HTTP/2': 'h2', 'HTTP/3': 'h3' };

export const httpVersionOf = (shown: string) => VERSIONS[shown] ?? shown;

/** Where it went; that a head lacks the scheme is no proof of plain http. */
function urlOf({ target, fields, isSecure }: ShownRequest, written: string | undefined): string | undefined {
  const host = fieldValue(fields, 'host')?.trim();
  if (/^https?:/.test(target)) return target;
  if (host === undefined) return written;
  const command = written !== undefined && URL.canParse(written) ? new URL(written) : undefined;
  const scheme = command?.host === host ? command?.protocol : isSecure === false ? 'http:' : 'https:';
  return `${scheme}//${host}${target}`;
}

/** What was sent, which tells more than the command: a shell has filled in its variables, curl has read its files. */
function sentDraft(shown: ShownRequest, command: RequestDraft | undefined): RequestDraft | InputProblem {
  const { method, fields, httpVersion, body } = shown;
  const url = urlOf(shown, command?.url);
  if (url === undefined) return { key: 'no-url' };
  const hasBody =
    fieldValue(fields, 'transfer-encoding') !== undefined ||
    Number(fieldValue(fields, 'content-length') ?? 0) > 0;
  const mayHaveBody =
    command === undefined && (!shown.isWhole || fieldValue(fields, 'content-type') !== undefined);
  const unshown = hasBody
    ? ({ type: 'not-recorded' } as const)
    : mayHaveBody
      ? ({ type: 'unknown' } as const)
      : undefined;
  return {
    method,
    url,
    httpVersion: httpVersionOf(httpVersion),
    fields,
    ...(command?.leftOut && { leftOut: command.leftOut }),
    isPartial: !shown.isWhole,
    ...(command?.unseenBody && { unseenBody: command.unseenBody }),
    body: body !== undefined ? { type: 'text', text: body } : (command?.body ?? unshown),
  };
}

/** True when what follows answers another request: the one that this answer redirects to. */
const isRedirect = ({ status, fields }: ShownResponse) =>
  status >= 300 && status < 400 && fieldValue(fields, 'location') !== undefined;

/** Pairs the requests of one command with what the terminal showed below it. A loop runs a command more than once. */
function pair(drafts: readonly AnsweredDraft['draft'][], shown: readonly ShownExchange[]): AnsweredDraft[] {
  let used = 0;
  let previous: ShownResponse | undefined;
  const paired = shown.map(({ request, response, error }, i): AnsweredDraft => {
    const isHop = previous !== undefined && isRedirect(previous);
    const own = isHop ? undefined : (drafts[used++] ?? drafts.at(-1));
    previous = response;
    const command = own === undefined || isProblem(own) ? undefined : own;
    // Of a head that was cut short the command tells more.
    const isTelling = request !== undefined && (request.isWhole || command === undefined);
    const draft = isTelling ? sentDraft(request, command) : (own ?? { key: 'answer-alone' });
    const isFollowed = response !== undefined && isRedirect(response) && shown[i + 1] !== undefined;
    return { draft, ...(response && { response, isFollowed }), ...(error && { error }) };
  });
  return [...paired, ...drafts.slice(used).map((draft) => ({ draft }))];
}

/** Gives the requests of a text the answers that it shows; both in the order of the text. */
export function answeredDrafts(
  drafts: readonly PlacedDraft[],
  shown: readonly ShownExchange[],
): AnsweredDraft[] {
  const answered: AnsweredDraft[] = [];
  let next = 0;
  const takeUntil = (end: number) => {
    const from = next;
    // On the line of a command, an answer stands in front of it.
    for (let one = shown[next]; one !== undefined && one.line <= end; one = shown[++next]);
    return shown.slice(from, next);
  };
  let own: PlacedDraft['draft'][] = [];
  for (const [line, commands] of groupBy(drafts, (one) => one.line)) {
    answered.push(...pair(own, takeUntil(line)));
    own = commands.map(({ draft }) => draft);
  }
  return [...answered, ...pair(own, takeUntil(Number.POSITIVE_INFINITY))];
}
