/**
 * The command line: inspects HAR files and curl lines by the same rules as the extension.
 * See docs/command-line.md. Reads the named files, writes to standard output, and nowhere else.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type HostPattern, parseHostPattern } from '../lib/api/hosts';
import { en } from '../lib/messages/en';
import { decodeFile } from '../lib/observe/decode-file';
import { type Input, readInput } from '../lib/observe/read-input';
import { hostsText } from '../lib/report/hosts-text';
import {
  type InspectionReport,
  inspectionReport,
  joinReports,
  reasonText,
  reportJson,
} from '../lib/report/inspection-report';
import { reportText } from '../lib/report/inspection-text';
import { visibleText, wrapText } from '../lib/report/plain-lines';
import { exportFileOf } from '../lib/store/export-file';
import { modelOfInput } from '../lib/store/input-model';
import { judgedInputOf } from '../lib/store/judged-input';
import { version } from '../package.json';

const USAGE = 'usage: npm run --silent inspect -- FILE… [--format text|json|markdown] [--host HOST]…';
const HELP = `${USAGE}

  FILE             a HAR file, a support bundle or curl lines, told by its content; - is standard input
  --format FORMAT  text to read (default), markdown for a ticket, json for programs
  --host HOST      inspects calls to this host, too: staging.example.com, *.example.com, localhost:8080

Exit status: 0 no call failed or will fail, 1 at least one, 2 something could not be read.
More: docs/command-line.md
`;
const FORMATS = ['text', 'json', 'markdown'] as const;
const LANGUAGE = { locale: 'en', ...en };
const STANDARD_INPUT = '-';
const WIDTH = 100;

/** What goes to standard error as one line; the exit status is 2. */
class InputError extends Error {}

interface Arguments {
  readonly files: readonly string[];
  readonly format: (typeof FORMATS)[number];
  readonly ownHosts: readonly HostPattern[];
  readonly help: boolean;
}

function readArguments(words: string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      host: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const format = FORMATS.find((name) => name === values.format);
  if (format === undefined) throw new InputError(`Unknown format ${values.format}; ${USAGE}`);
  const ownHosts = values.host.map((text) => {
    const pattern = parseHostPattern(text);
    if (pattern === undefined) throw new InputError(`No host name in --host ${text}.`);
    return pattern;
  });
  if (positionals.length === 0 && !values.help) throw new InputError(`No file is named; ${USAGE}`);
  return { files: positionals, format, ownHosts, help: values.help };
}

function readBytes(file: string, name: string): Uint8Array {
  try {
    return readFileSync(file === STANDARD_INPUT ? 0 : file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    // An empty standard input that nobody opened.
    if (file === STANDARD_INPUT && code === 'EOF') return new Uint8Array();
    const reasons: Record<string, string> = {
      ENOENT: 'there is no such file',
      EISDIR: 'it is a folder',
      EACCES: 'it may not be read',
    };
    throw new InputError(`${name}: ${reasons[code] ?? `it cannot be read (${code})`}.`);
  }
}

interface FileReport {
  readonly file: string;
  readonly report: InspectionReport;
  readonly input: Input;
}

function inspect(file: string, ownHosts: readonly HostPattern[], salt: Uint8Array): FileReport {
  const name = file === STANDARD_INPUT ? LANGUAGE.report.standardInput : file;
  const input = readInput(decodeFile(readBytes(file, name)), { ownHosts, salt });
  if ('key' in input) throw new InputError(`${name}: ${reasonText(input, LANGUAGE)}`);
  return { file: name, report: inspectionReport(input, LANGUAGE), input };
}

/** Where everything went that was left out. */
function leftOutText({ report, input }: FileReport): string {
  if (report.exchanges.length > 0 || report.ignored === 0) return '';
  const text = `${hostsText(input.ignoredHosts, LANGUAGE)} To inspect one of them, name it with --host.`;
  return `${wrapText(text, WIDTH).join('\n')}\n`;
}

/** The ticket of the extension's export. */
function ticketOf({ file, input }: FileReport): string {
  const { calls, indexOf } = modelOfInput(judgedInputOf(input));
  const known = calls();
  const source = { calls: known, known, filter: '', dropped: 0, name: file };
  const browser = `Node.js ${process.versions.node}`;
  const made = { file: { ...input, indexOf }, made: Date.now(), version, browser };
  return exportFileOf('ticket', { ...source, ...made }, LANGUAGE).text;
}

/** @param isOne whether only one file was named */
function render(reports: readonly FileReport[], format: Arguments['format'], isOne: boolean): string {
  const [first] = reports;
  if (first === undefined) return '';
  switch (format) {
    case 'json':
      return reportJson(isOne ? first.report : joinReports(reports));
    case 'markdown':
      return reports.map(ticketOf).join('\n');
    case 'text':
      return reports
        .map((one) => `${reportText(one.report, one.file, LANGUAGE)}${leftOutText(one)}`)
        .join('\n');
  }
}

const complain = (text: string) => process.stderr.write(`${visibleText(text.replace(/\s+/g, ' '))}\n`);

function main(words: string[]): number {
  const { files, format, ownHosts, help } = readArguments(words);
  if (help) {
    process.stdout.write(HELP);
    return 0;
  }
  const salt = new Uint8Array(randomBytes(32));
  const isOne = files.length === 1;
  const reports = files.flatMap((file) => {
    try {
      return inspect(file, ownHosts, salt);
    } catch (error) {
      if (isOne) throw error;
      // A message of any other error could quote from the input.
      complain(error instanceof InputError ? error.message : `${file}: it cannot be read.`);
      return [];
    }
  });
  process.stdout.write(render(reports, format, isOne));
  if (reports.length < files.length) return 2;
  if (reports.some(({ report }) => report.summary.error > 0)) return 1;
  return reports.some(({ report }) => report.unreadable.length > 0) ? 2 : 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  // A message of any other error could quote from the input.
  const isArguments = error instanceof Error && 'code' in error && /^ERR_PARSE_ARGS/.test(String(error.code));
  const text =
    error instanceof InputError || isArguments
      ? error.message
      : `The input could not be inspected (${error instanceof Error ? error.name : 'unknown error'}).`;
  complain(text);
  process.exitCode = 2;
}
