import { describe, expect, it } from 'vitest';
import { en } from '../../../lib/messages/en';
import { readInput } from '../../../lib/observe/read-input';
import { type InspectionReport, inspectionReport } from '../../../lib/report/inspection-report';
import { TEST_SALT } from '../support/exchange-of';
import { type Case, harOf } from './case';
import { credentialCases } from './credential-cases';
import { exchangeCases } from './exchange-cases';
import { fileCases } from './file-cases';
import { transportCases } from './transport-cases';

function reportOn({ input, creator }: Case): InspectionReport {
  const text = typeof input === 'string' ? input : harOf(input, creator);
  const read = readInput(text, { ownHosts: [], salt: TEST_SALT });
  if ('key' in read) throw new Error(`not read: ${read.key}`);
  return inspectionReport(read, { locale: 'en', ...en });
}

const TABLES = {
  credentials: credentialCases,
  'the way there': transportCases,
  'what was sent, what came back': exchangeCases,
  'files and curl lines': fileCases,
};

describe('the table of cases', () => {
  it('has at least 200, each with a name of its own', () => {
    const names = Object.values(TABLES).flatMap((table) => table.map(({ name }) => name));
    expect(names.length).toBeGreaterThanOrEqual(200);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe.each(Object.entries(TABLES))('%s', (_, table) => {
  it.each(table.map((it) => [it.name, it] as const))('%s', (_name, it) => {
    const report = reportOn(it);
    expect(report.unreadable).toEqual([]);
    const exchange = report.exchanges.at(it.at ?? -1);
    const said = exchange?.findings.flatMap(({ rule, severity }) => [rule, `${rule}:${severity}`]) ?? [];
    for (const rule of it.fires ?? []) expect(said).toContain(rule);
    if (it.says) expect(exchange?.findings.map(({ message }) => message).join()).toContain(it.says);
    for (const rule of it.silent ?? []) expect(said).not.toContain(rule);
    if (it.outcome !== undefined) expect(exchange?.diagnosis.outcome).toBe(it.outcome);
    if (it.clean) {
      const blamed = report.exchanges.flatMap(({ findings }) =>
        findings.filter((f) => f.severity !== 'notice'),
      );
      expect(blamed).toEqual([]);
    }
    expect(report.exchanges.flatMap(({ crashed }) => crashed ?? [])).toEqual([]);
  });
});
