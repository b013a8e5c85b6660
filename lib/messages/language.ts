import type { Catalogue, Translation } from './catalogue';
import type { interfaceTexts } from './en/interface';

/** The texts of the pages, in any language. */
export type InterfaceTexts = Translation<typeof interfaceTexts>;

/** A language that pages and reports can speak. */
export interface Language {
  /** BCP 47. */
  readonly locale: string;
  readonly rules: Catalogue['rules'];
  readonly diagnosis: Catalogue['diagnosis'];
  readonly input: Catalogue['input'];
  readonly report: Catalogue['report'];
  readonly interface: InterfaceTexts;
}

/** Loads the language that fits a BCP 47 tag best; English where there is none. */
export async function loadLanguage(tag: string): Promise<Language> {
  const [primary] = tag.toLowerCase().split('-');
  if (primary === 'de') {
    const { de } = await import('./de');
    return { locale: tag, ...de };
  }
  const { en } = await import('./en');
  return { locale: primary === 'en' ? tag : 'en', ...en };
}
