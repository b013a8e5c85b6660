/** Finds a secret in a text, in every form in which software writes texts down. */

const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8');
const percent = (text: string): string =>
  [...bytesOf(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const unicode = (text: string): string =>
  [...text]
    .map((c) => (c >= ' ' && c <= '~' ? c : `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`))
    .join('');

/** The part of a base64 text that is the same whatever stands before and after, for each of the three alignments. */
function base64Cores(bytes: Buffer): string[] {
  return [0, 1, 2].map((lead) => {
    const text = Buffer.concat([Buffer.alloc(lead), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const unaffected = Math.floor(((lead + bytes.length) * 8) / 6);
    return text.slice(lead === 0 ? 0 : lead + 1, unaffected);
  });
}

/** Each form by its name. Compare those of percent-encoding without case. */
export function formsOf(secret: string): ReadonlyMap<string, string> {
  const json = JSON.stringify(secret).slice(1, -1);
  const forms = new Map([
    ['raw', secret],
    ['raw, trimmed', secret.trim()],
    ['UTF-8 read as Latin-1', bytesOf(secret).toString('latin1')],
    ['Latin-1 read as UTF-8', Buffer.from(secret, 'latin1').toString('utf8')],
    ['percent-encoded, as a component', encodeURIComponent(secret)],
    ['percent-encoded, as a form', encodeURIComponent(secret).replaceAll('%20', '+')],
    ['percent-encoded, as a URL', encodeURI(secret)],
    ['percent-encoded, every byte', percent(secret)],
    ['percent-encoded, lower case', encodeURIComponent(secret).toLowerCase()],
    ['JSON', json],
    ['JSON, twice', JSON.stringify(json).slice(1, -1)],
    ['JSON with escaped slashes', json.replaceAll('/', '\\/')],
    ['JSON in ASCII', unicode(json)],
    ['HTML', secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')],
  ]);
  for (const [charset, bytes] of [
    ['UTF-8', bytesOf(secret)],
    ['Latin-1', Buffer.from(secret, 'latin1')],
  ] as const) {
    for (const [lead, core] of base64Cores(bytes).entries()) {
      forms.set(`base64 of ${charset}, alignment ${lead}`, core);
      forms.set(`base64url of ${charset}, alignment ${lead}`, core.replaceAll('+', '-').replaceAll('/', '_'));
    }
  }
  return forms;
}

/** A shorter piece of a key than this may be shown: the mask has eight characters of it. */
const PIECE = 12;

/** The names of the forms in which the text holds the secret, or a piece of it. */
export function findSecret(text: string, secret: string): string[] {
  const lower = text.toLowerCase();
  const found = [...formsOf(secret)]
    .filter(([, form]) => (form.includes('%') ? lower.includes(form.toLowerCase()) : text.includes(form)))
    .map(([name]) => name);
  if (found.length > 0) return found;
  const characters = secret.trim();
  for (let start = 0; start + PIECE <= characters.length; start++) {
    if (text.includes(characters.slice(start, start + PIECE))) return [`a piece from character ${start}`];
  }
  return [];
}

/** What stands around the places where the text holds the secret, without the secret itself: for a failure's report. */
export function contextsOf(text: string, secret: string): string[] {
  const whole = [...formsOf(secret)].find(([, form]) => text.includes(form));
  const [name, form] = whole ?? ['the first piece of it', secret.trim().slice(0, PIECE)];
  const contexts = new Set<string>();
  for (let at = text.indexOf(form); at >= 0 && contexts.size < 20; at = text.indexOf(form, at + 1)) {
    const before = text.slice(Math.max(0, at - 90), at);
    contexts.add(`${before}<${name}>${text.slice(at + form.length, at + form.length + 40)}`);
  }
  return [...contexts];
}
