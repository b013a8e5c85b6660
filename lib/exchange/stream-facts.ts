/** What can be told of a stream of Server-Sent Events without what was said in it. */
export interface StreamFacts {
  /** Events that carry data, `[DONE]` not counted. */
  readonly events: number;
  /** Whether `[DONE]` came, by which servers of OpenAI's form end a stream. */
  readonly done: boolean;
  /** The last `finish_reason` that is one word. */
  readonly finish?: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(data: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(data);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The data of each event (https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation). */
function dataOf(text: string): string[] {
  const events: string[] = [];
  let data: string[] = [];
  const end = () => {
    if (data.length > 0) events.push(data.join('\n'));
    data = [];
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line === '') end();
    else if (line.startsWith('data:')) data.push(line.slice(line[5] === ' ' ? 6 : 5));
  }
  // A stream that broke off leaves its last event without an end.
  end();
  return events;
}

/**
 * Reads a stream that has ended. Only events that can hold a reason or an error are parsed.
 * @returns its facts, and the last event that reports an error, which is still to be redacted
 */
export function readStream(text: string): {
  readonly facts: StreamFacts;
  readonly report: Record<string, unknown> | undefined;
} {
  const all = dataOf(text);
  const events = all.filter((data) => data.trim() !== '[DONE]');
  const finish = /"finish_reason"\s*:\s*"(\w{1,40})"/.exec(
    events.findLast((data) => /"finish_reason"\s*:\s*"/.test(data)) ?? '',
  )?.[1];
  const report = events.findLast((data) => /"errors?"\s*:\s*[[{"]/.test(data));
  return {
    facts: { events: events.length, done: events.length < all.length, ...(finish && { finish }) },
    report: report === undefined ? undefined : parsed(report),
  };
}
