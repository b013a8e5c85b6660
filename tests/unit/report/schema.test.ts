import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { en } from '../../../lib/messages/en';
import { readInput } from '../../../lib/observe/read-input';
import { inspectionReport, joinReports, reportJson } from '../../../lib/report/inspection-report';
import { type Case, harOf } from '../cases/case';
import { credentialCases } from '../cases/credential-cases';
import { exchangeCases } from '../cases/exchange-cases';
import { fileCases } from '../cases/file-cases';
import { transportCases } from '../cases/transport-cases';
import { TEST_SALT } from '../support/exchange-of';

const schema: object = JSON.parse(
  readFileSync(new URL('../../../docs/inspect.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({
  allErrors: true,
  formats: { uri: (text: string) => URL.canParse(text) },
}).compile(schema);

function reportOn({ input, creator }: Pick<Case, 'input' | 'creator'>) {
  const text = typeof input === 'string' ? input : harOf(input, creator);
  const read = readInput(text, { ownHosts: [], salt: TEST_SALT });
  if ('key' in read) throw new Error(`not read: ${read.key}`);
  return inspectionReport(read, { locale: 'en', ...en });
}

function errorsOf(report: unknown): unknown {
  return validate(report) ? [] : validate.errors;
}

describe('the published schema', () => {
  it('describes the report of every case', () => {
    for (const it of [...credentialCases, ...transportCases, ...exchangeCases, ...fileCases]) {
      expect({ name: it.name, errors: errorsOf(JSON.parse(reportJson(reportOn(it)))) }).toEqual({
        name: it.name,
        errors: [],
      });
    }
  });

  it('describes a report on several files', () => {
    const unreadable = {
      ...reportOn({ input: [{}] }),
      unreadable: [{ index: 3, reason: 'The entry is not an object.' }],
    };
    const joined = joinReports([
      { file: 'a.har', report: reportOn({ input: [{ headers: [] }] }) },
      { file: 'b.har', report: unreadable },
    ]);
    expect(joined.exchanges.map(({ file }) => file)).toEqual(['a.har', 'b.har']);
    expect(joined.unreadable).toEqual([{ file: 'b.har', index: 3, reason: 'The entry is not an object.' }]);
    expect(joined.summary.error).toBeGreaterThan(0);
    expect(errorsOf(joined)).toEqual([]);
  });

  it('refuses what is no report', () => {
    const report = reportOn({ input: [{}] });
    expect(errorsOf({ ...report, version: 2 })).not.toEqual([]);
    expect(errorsOf({ ...report, summary: { error: 1 } })).not.toEqual([]);
    const [exchange] = report.exchanges;
    expect(errorsOf({ ...report, exchanges: [{ ...exchange, status: '401' }] })).not.toEqual([]);
    expect(errorsOf({ ...report, exchanges: [{ ...exchange, kind: 'call' }] })).not.toEqual([]);
  });
});
