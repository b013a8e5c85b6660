import { useState } from 'preact/hooks';
import type { FactPair } from '../../lib/report/compare-facts';
import { factName } from '../../lib/report/compare-text';
import { Button } from '../ui/button';
import { CodeText, SnakeCase } from '../ui/code-text';
import { useTexts } from '../ui/language';

interface CompareTableProps {
  readonly title: string;
  readonly facts: readonly FactPair[];
  /** More than these are folded. */
  readonly shown?: number;
  /** Whether a difference is the point, has no effect, or may have one. */
  readonly differing?: 'tells' | 'harmless';
  /** The title stands above it already. */
  readonly hasHeading?: boolean;
}

const SIGNS = { equal: '=', harmless: '≈', different: '≠' } as const;

function Value({ fact, text }: { fact: FactPair; text: string }) {
  const { texts } = useTexts();
  if (text === '') return <em>{texts.workbench.compare.absent}</em>;
  if (fact.inWords) return <CodeText text={text} />;
  return (
    <span class="code">
      <SnakeCase name={text} />
    </span>
  );
}

/** Facts of A and B side by side. */
export function CompareTable(props: CompareTableProps) {
  const { title, facts, shown = Number.POSITIVE_INFINITY, differing, hasHeading = false } = props;
  const { texts, fill, language } = useTexts();
  const { compare } = texts.workbench;
  const [unfolded, setUnfolded] = useState(false);
  if (facts.length === 0) return null;
  const listed = unfolded ? facts : facts.slice(0, shown);
  const left = facts.length - listed.length;
  const relationOf = ({ isSame, isHarmless }: FactPair) => {
    if (isSame) return 'equal';
    return isHarmless || differing === 'harmless' ? 'harmless' : 'different';
  };
  return (
    <section class="compare-facts" data-heir=".compare-facts tbody tr">
      <table data-tells={differing === 'tells'}>
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
          {listed.map((fact) => {
            const relation = relationOf(fact);
            return (
              <tr key={`${fact.key}/${fact.header ?? ''}`} data-relation={relation} tabIndex={-1}>
                <th scope="row" class={fact.key === 'header' ? 'code' : undefined}>
                  {factName(fact, language)}
                </th>
                <td>
                  <Value fact={fact} text={fact.a} />
                </td>
                <td>
                  <span class="relation code" aria-hidden="true">
                    {SIGNS[relation]}
                  </span>
                  <span class="sr-only">{compare[relation]}: </span>
                  <Value fact={fact} text={fact.b} />
                </td>
              </tr>
            );
          })}
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
