/** `npm run docs`: writes `docs/rules` anew, one page a rule, and removes the pages of rules that are gone. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { ruleDocuments } from './rule-documents';

const folder = new URL('../docs/rules/', import.meta.url);
const documents = ruleDocuments();

mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!documents.has(name)) rmSync(new URL(name, folder));
for (const [name, text] of documents) writeFileSync(new URL(name, folder), text);
console.log(`${documents.size} pages in docs/rules`);
