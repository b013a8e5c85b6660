import { editDistance } from '../api/edit-distance';

/**
 * The schemes that people write in `Authorization` instead of `Bearer`: those registered with IANA
 * (https://www.iana.org/assignments/http-authschemes) and those that other APIs made up. A word that is not
 * among them may be a part of a key, so it is never shown.
 */
const KNOWN = new Set([
  'basic',
  'concealed',
  'digest',
  'dpop',
  'gnap',
  'hoba',
  'mutual',
  'negotiate',
  'ntlm',
  'oauth',
  'privatetoken',
  'scram-sha-1',
  'scram-sha-256',
  'vapid',
  'aws4-hmac-sha256',
  'token',
  'apikey',
  'api-key',
  'api_key',
  'key',
  'jwt',
  'hawk',
  'hmac',
  'sharedkey',
  'signature',
  'infuzu',
  'infuzu-api-key',
  'x-infuzu-api-key',
  'x-api-key',
  'ssws',
  'splunk',
  'session',
  'auth',
  'openai',
  'secret',
  'access-token',
  'accesstoken',
  'authorization',
  'kerberos',
  'pat',
]);
/** These stand alone in a first attempt, and are hardly ever a key. */
const WITHOUT_CREDENTIALS = new Set(['basic', 'digest', 'negotiate', 'ntlm', 'oauth']);
/** What follows these is no key: a password in base64, a hash, a ticket. Not even its ends are shown. */
const WITH_PASSWORD = new Set(['basic', 'digest', 'negotiate', 'ntlm', 'kerberos']);

const nameOf = (word: string) => word.toLowerCase().replace(/[:=]$/, '');

export function isKnownScheme(word: string): boolean {
  return KNOWN.has(nameOf(word));
}

export function standsAlone(word: string): boolean {
  return WITHOUT_CREDENTIALS.has(nameOf(word));
}

export function carriesPassword(word: string): boolean {
  return WITH_PASSWORD.has(nameOf(word));
}

/** `Baerer`, `Bear`, `Berer`: within two typing errors of `Bearer`. */
export function isMisspeltBearer(word: string): boolean {
  const name = nameOf(word);
  return name !== 'bearer' && name.length >= 4 && editDistance(name, 'bearer', 2) <= 2;
}
