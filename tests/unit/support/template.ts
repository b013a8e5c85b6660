import type { Template } from '../../../lib/messages/message';

/** The texts of a template: one, or one for each plural form. */
export function formsOf(template: Template): readonly string[] {
  return typeof template === 'string' ? [template] : [template.one, template.other];
}

/** The names of the placeholders in a template. */
export function placeholdersOf(template: Template): readonly string[] {
  return formsOf(template).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''));
}
