import type { BodyKind, MessagesFact } from '../exchange/body-facts';
import type { Language } from '../messages/language';
import { formatMessage, type MessageValues, type Template } from '../messages/message';
import { numberText } from './figures';

const MOST_ROLES = 12;

/** What a request body is, in words. */
export function bodyKindText(kind: BodyKind, language: Language): string {
  const { bodies } = language.interface.detail;
  const fill = (template: Template, values: MessageValues = {}) =>
    formatMessage(template, values, language.locale);
  if (kind.type === 'json-other') return fill(bodies[kind.is]);
  if (kind.type === 'not-json') {
    return fill(bodies['not-json'], { line: kind.error.line, column: kind.error.column });
  }
  return fill(bodies[kind.type]);
}

/** `2: system, user`, or what stands in the place of the messages. */
export function messagesText(messages: MessagesFact, language: Language): string {
  const { messagesFact } = language.interface.detail;
  const fill = (template: Template, values: MessageValues = {}) =>
    formatMessage(template, values, language.locale);
  if (messages.type === 'missing') return fill(messagesFact.missing);
  if (messages.type === 'not-an-array') return fill(messagesFact.notAnArray, { is: messages.is });
  const roles = messages.items.slice(0, MOST_ROLES).map(({ role }) => {
    if (typeof role === 'object') return role.other;
    return role === 'missing' || role === 'not-a-string' ? fill(messagesFact.noRole) : role;
  });
  if (messages.count > MOST_ROLES) roles.push('…');
  return messages.count === 0
    ? numberText(0, language.locale)
    : fill(messagesFact.list, { count: messages.count, roles: roles.join(', ') });
}
