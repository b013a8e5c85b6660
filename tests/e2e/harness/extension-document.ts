/** An open page of the extension: its markup, and what stands in its fields (which the markup does not tell). */
export interface ExtensionDocument {
  readonly url: string;
  readonly html: string;
  readonly fieldValues: readonly string[];
}
