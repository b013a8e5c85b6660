import { useState } from 'preact/hooks';
import type { FactPair } from '../../lib/report/compare-facts';
import { factName } from '../../lib/report/compare-text';
import { Button } from '../ui/button';
import { SnakeCase } from '../ui/code-text';
import { useTexts } from '../ui/language';

interface CompareTableProps {
  readonly title: string;
  readonly facts: readonly FactPair[];
  /** More than these are folded. */
  readonly shown?: number;
  /** True for what came back: there a difference is the point. */
  readonly tells?: boolean;
  /** The title stands above it already. */
  readonly hasHeading?: boolean;
}

/** Facts of A and B side by side. */
export function CompareTable(props: CompareTableProps) {
  const { title, facts, shown = Number.POSITIVE_INFINITY, tells, hasHeading = false } = props;
  const { texts, fill, language } = useTexts();
  const { compare } = texts.workbench;
  const [unfolded, setUnfolded] = useState(false);
  if (facts.length === 0) return null;
  const listed = unfolded ? facts : facts.slice(0, shown);
  const left = facts.length - listed.length;
  return (
    <section class="compare-facts" data-heir=".compare-facts tbody tr">
      <table data-tells={tells}>
        <caption class={hasHeading ? 'sr-only' : undefined}>
          {title} <span>{facts.length}</span>
        </caption>
        <colgroup>
          <col class="fact-name" />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr class="sr-only">
            <td />
            <th scope="col">A</th>
            <th scope="col">B</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((fact) => (
            <tr key={`${fact.key}/${fact.header ?? ''}`} data-same={fact.isSame} tabIndex={-1}>
              <th scope="row" class={fact.key === 'header' ? 'code' : undefined}>
                {factName(fact, language)}
              </th>
              <td class="code">{fact.a ? <SnakeCase name={fact.a} /> : <em>{compare.absent}</em>}</td>
              <td class="code">
                <span class="relation" aria-hidden="true">
                  {fact.isSame ? '=' : '≠'}
                </span>
                <span class="sr-only">{fact.isSame ? compare.equal : compare.different}: </span>
                {fact.b ? <SnakeCase name={fact.b} /> : <em>{compare.absent}</em>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <Button kind="link-like" onClick={() => setUnfolded(true)}>
          {fill(compare.showMore, { count: left })}
        </Button>
      )}
    </section>
  );
}
