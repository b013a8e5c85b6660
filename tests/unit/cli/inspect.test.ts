import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { harOf, refusal } from '../cases/case';
import { FAKE_KEY as KEY } from '../support/exchange-of';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Each start of Node costs half a second, and more on a busy machine. */
const PATIENCE = 60_000;
let folder = '';

interface Result {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command, as `npm run --silent inspect --` does. */
function inspect(words: readonly string[], stdin = ''): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/inspect.ts', ...words], { cwd: ROOT });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data) => (stdout += data));
    child.stderr.on('data', (data) => (stderr += data));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
    child.stdin.end(stdin);
  });
}

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const FAULTY = harOf([{ headers: [], status: 401, answer: refusal('missing_api_key') }]);
const CLEAN = harOf([{}, { url: 'https://example.com/' }]);

describe('npm run inspect', { timeout: PATIENCE }, () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'inspect-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('exits 0 on a clean file and prints text', async () => {
    const { status, stdout, stderr } = await inspect([file('clean.har', CLEAN)]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('clean.har: 1 request to Infuzu; 1 to another host, left out');
  });

  it('names the hosts of a file without any call to Infuzu', async () => {
    const { stdout } = await inspect([file('other.har', harOf([{ url: 'https://gateway.example.com/' }]))]);
    expect(stdout).toContain('Hosts: gateway.example.com (1). To inspect one of them, name it with --host.');
  });

  it('exits 1 on an error and prints JSON', async () => {
    const { status, stdout, stderr } = await inspect(['--format', 'json', file('faulty.har', FAULTY)]);
    expect([status, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      exchanges: [{ index: 0, status: 401, diagnosis: { outcome: 'confirmed' } }],
    });
    expect(stdout).not.toContain('"file"');
  });

  it('exits 1 on a refusal that no finding explains', async () => {
    const refused = file('refused.har', harOf([{ status: 401, answer: refusal('invalid_api_key') }]));
    const { status, stdout } = await inspect([refused]);
    expect(status).toBe(1);
    expect(stdout).toContain('1 request to Infuzu\n1 call: 1 error\n');
  });

  it('exits 1 on a curl line whose key is left out, and says why', async () => {
    const line = 'curl https://chat.infuzu.com/api/llm-response -H "Authorization Bearer x"';
    const { status, stdout } = await inspect(['-'], line);
    expect(status).toBe(1);
    expect(stdout).toContain('No colon stands behind the name `Authorization`');
  });

  it('exits 2 where entries cannot be read and no call has an error, with a report', async () => {
    const url = 'https://chat.infuzu.com/api/llm-response';
    const unclosed = await inspect(['-'], `curl ${url} -H "Infuzu-API-Key: ${KEY}`);
    expect([unclosed.status, unclosed.stderr]).toEqual([2, '']);
    expect(unclosed.stdout).toMatch(/quote \(`"`\) in\s+line 1, column 50,/);
    const broken = JSON.parse(CLEAN);
    broken.log.entries.push(null);
    const odd = file('odd.har', JSON.stringify(broken));
    expect((await inspect([odd])).status).toBe(2);
    expect((await inspect([odd, file('faulty.har', FAULTY)])).status).toBe(1);
  });

  it('reads standard input', async () => {
    const line = `curl https://chat.infuzu.com/api/llm-response -H 'Infuzu-API-Key: ${KEY} ' --json '{"messages":[{"role":"user","content":"Hi"}]}'`;
    const { status, stdout } = await inspect(['-', '--format=markdown'], line);
    expect(status).toBe(1);
    expect(stdout).toContain('## Infuzu calls of standard input\n');
    expect(stdout).toContain('key-whitespace');
    expect(stdout).not.toContain(KEY);
  });

  it('reports on several files, with hosts of the user’s own', async () => {
    const own = file('own.har', harOf([{ url: 'http://localhost:8080/api/llm-response', headers: [] }]));
    const { status, stdout } = await inspect([
      '--host',
      'localhost:8080',
      own,
      file('clean.har', CLEAN),
      '--format',
      'json',
    ]);
    expect(status).toBe(1);
    const report: { exchanges: { file: string }[] } = JSON.parse(stdout);
    expect(report.exchanges.map((it) => it.file.replace(/.*[\\/]/, ''))).toEqual(['own.har', 'clean.har']);
  });

  it('goes on where one of several files cannot be read, and exits 2', async () => {
    const files = [file('broken.har', '{"log":}'), file('faulty.har', FAULTY)];
    const { status, stdout, stderr } = await inspect([...files, '--format', 'json']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^\S*broken\.har: .*not valid JSON.*\n$/);
    expect(JSON.parse(stdout)).toMatchObject({ exchanges: [{ file: files[1], index: 0 }] });
  });

  it('explains itself', async () => {
    const { status, stdout } = await inspect(['--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/--host HOST .*\n[\s\S]*Exit status: 0/);
  });

  it('reads UTF-16, as PowerShell writes it', async () => {
    const bytes = new Uint8Array(Buffer.from(`\ufeff${FAULTY}`, 'utf16le'));
    expect((await inspect([file('utf16.har', bytes)])).status).toBe(1);
  });

  it.each([
    ['a broken file', () => [file('broken.har', '{"log":}')], /broken\.har: .*not valid JSON/],
    ['a file that was cut off', () => [file('cut.har', '{"log":')], /cut\.har: .*is cut off/],
    ['no HAR file', () => [file('other.txt', 'hello')], /neither a HAR file nor/],
    ['a missing file', () => [join(folder, 'missing.har')], /there is no such file/],
    ['a folder', () => [folder], /it is a folder/],
    ['no file', () => [], /No file is named/],
    ['an unknown format', () => ['--format', 'xml', '-'], /Unknown format xml/],
    ['an unknown option', () => ['--colour', '-'], /--colour/],
    ['an odd host', () => ['--host', '///', '-'], /No host name/],
  ])('exits 2 on %s, with one line', async (_, words, line) => {
    const { status, stdout, stderr } = await inspect(words());
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(line);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
