/** Script errors of the extension, out of the browser's error console: there all processes report theirs. */
import type { Firefox } from './firefox';

export interface ScriptErrorMessage {
  readonly text: string;
  /** The URL of the script. */
  readonly source: string;
  readonly line: number;
}

/**
 * What Firefox notes of its own doing and no script threw: an answer that came for a background which it had stopped,
 * and a body that it could not read any more, because the page had gone.
 */
const OF_FIREFOX = [
  'Promise resolved after context unloaded',
  'Promise rejected after context unloaded',
  'Unexpected error while fetching response content',
];

/** Begins to keep the errors, and forgets earlier ones; before the extension is installed. */
export async function keepErrors(firefox: Firefox): Promise<void> {
  await firefox.chrome(({ Services, Ci, window }) => {
    const isKept = window.inspectorErrors !== undefined;
    window.inspectorErrors = [];
    if (isKept) return;
    Services.console.registerListener({
      observe(message) {
        if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.warningFlag) return;
        const { errorMessage, sourceName, lineNumber } = message;
        window.inspectorErrors?.push({ text: errorMessage, source: sourceName, line: lineNumber });
      },
    });
  });
}

/** The errors since then whose script, or whose text, is of this origin. */
export async function errorsOf(firefox: Firefox, origin: string): Promise<ScriptErrorMessage[]> {
  const all = await firefox.chrome(({ window }) => window.inspectorErrors ?? []);
  return all.filter(
    ({ source, text }) =>
      (source.startsWith(origin) || text.includes(origin)) && !OF_FIREFOX.some((own) => text.includes(own)),
  );
}
