import type { VerdictState } from '../../lib/diagnosis/diagnosis';
import type { HeadlineKey } from '../../lib/messages/diagnosis-texts';
import { en } from '../../lib/messages/en';
import type { Template } from '../../lib/messages/message';
import type { RuleTexts } from '../../lib/messages/rule-texts';

/** What the panel has to say of one call of the demo page: in the words of a rule, or of a headline. */
interface Expectation {
  readonly state: VerdictState;
  readonly rule?: string;
  readonly headline?: HeadlineKey;
}

/** By the id of the call, in the order of the page. */
export const EXPECTED: Readonly<Record<string, Expectation>> = {
  'missing-header': { state: 'error', rule: 'credentials-missing' },
  'missing-prefix': { state: 'error', rule: 'bearer-prefix-missing' },
  'two-headers': { state: 'error', rule: 'credentials-multiple' },
  'trailing-space': { state: 'warning', rule: 'key-whitespace' },
  'undefined-key': { state: 'error', rule: 'key-placeholder' },
  'basic-scheme': { state: 'error', rule: 'auth-scheme-unsupported' },
  'two-spaces': { state: 'error', rule: 'bearer-malformed' },
  'plain-http': { state: 'error', rule: 'insecure-transport' },
  'wrong-key': { state: 'error', headline: 'code-invalid_api_key' },
  'unread-body': { state: 'error', rule: 'key-quoted' },
  'hidden-answer': { state: 'error', rule: 'response-hidden-by-cors' },
  'refused-preflight': { state: 'error', rule: 'preflight-rejected' },
  'rate-limited': { state: 'error', rule: 'rate-limit-exceeded' },
  'gateway-page': { state: 'error', headline: 'status-gateway' },
  'no-messages': { state: 'error', rule: 'body-missing-messages' },
  'zero-width': { state: 'error', rule: 'key-characters' },
  'clean-key': { state: 'clean', headline: 'clean' },
  'clean-x-key': { state: 'clean', headline: 'clean' },
  'clean-bearer': { state: 'clean', headline: 'clean' },
};

function templatesOf({ rule, headline }: Expectation): Template[] {
  if (headline) return [en.diagnosis.headlines[headline].short];
  const texts: Readonly<Record<string, RuleTexts>> = en.rules;
  return Object.values(texts[rule ?? '']?.messages ?? {}).map(({ short }) => short);
}

/** The forms that a template can take once it is filled in; the panel shows code without its backticks. */
function patternsOf(template: Template): RegExp[] {
  return (typeof template === 'string' ? [template] : [template.one, template.other]).map((text) => {
    const literal = (part: string) => part.replace(/[.*+?^$()[\]|\\/-]/g, '\\$&');
    const words = text.replaceAll('`', '').split(/\{\w+\}/);
    return new RegExp(`^${words.map(literal).join('.+')}$`);
  });
}

/** Whether a row says what it has to say. */
export function isExpected(id: string, { state, verdict }: { state: string; verdict: string }): boolean {
  const expectation = EXPECTED[id];
  return (
    expectation !== undefined &&
    expectation.state === state &&
    templatesOf(expectation)
      .flatMap(patternsOf)
      .some((pattern) => pattern.test(verdict))
  );
}
