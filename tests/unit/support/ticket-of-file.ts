import { en } from '../../../lib/messages/en';
import { exportFileOf } from '../../../lib/store/export-file';
import { modelOfInput } from '../../../lib/store/input-model';
import { judgeInput } from '../../../lib/store/judged-input';
import { TEST_SALT } from './exchange-of';

/** The ticket on a file, as workbench and command line write it; `undefined` where the file is refused. */
export function ticketOfFile(text: string, name: string): string | undefined {
  const input = judgeInput(text, { ownHosts: [], salt: TEST_SALT });
  if ('key' in input) return undefined;
  const { calls, indexOf } = modelOfInput(input);
  const known = calls();
  const by = { made: Date.UTC(2026, 0, 2), version: '1.0', browser: 'Chrome 143' };
  const source = { calls: known, known, filter: '', dropped: 0, name, ...by };
  const language = { locale: 'en', ...en };
  return exportFileOf('ticket', { ...source, file: { ...input, indexOf } }, language).text;
}
