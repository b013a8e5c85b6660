import type { Word } from './posix-words';

/** curl's options as far as they bear on the request, and which of the others take a value (curl 8, `curl --help all`). */
export const SHORT_NAMES: Readonly<Record<string, string>> = {
  H: 'header',
  X: 'request',
  d: 'data',
  F: 'form',
  G: 'get',
  I: 'head',
  A: 'user-agent',
  e: 'referer',
  b: 'cookie',
  u: 'user',
  T: 'upload-file',
  K: 'config',
  n: 'netrc',
  0: 'http1.0',
  ':': 'next',
};

export const SHORT_WITH_VALUE = new Set('AbcCDdeEFHhKmoPQrTtuUwxXyYz');

/** Options whose value this reader uses. */
const USED_WITH_VALUE = [
  'header',
  'request',
  'data',
  'data-raw',
  'data-binary',
  'data-ascii',
  'data-urlencode',
  'json',
  'form',
  'form-string',
  'url',
  'url-query',
  'user',
  'oauth2-bearer',
  'user-agent',
  'referer',
  'cookie',
  'upload-file',
  'config',
  'proto-default',
  'netrc-file',
];

/** Options whose value is skipped. */
const SKIPPED_WITH_VALUE =
  'abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers connect-timeout connect-to continue-at cookie-jar create-file-mode crlfile curves delegation dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url dump-header ech egd-file engine etag-compare etag-save expect100-timeout ftp-account ftp-alternative-to-user ftp-method ftp-port ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip help hostpubmd5 hostpubsha256 hsts interface ip-tos ipfs-gateway keepalive-cnt keepalive-time key key-type krb libcurl limit-rate local-port location-mode login-options mail-auth mail-from mail-rcpt max-filesize max-redirs max-time noproxy output output-dir parallel-max parallel-max-host pass pinnedpubkey preproxy proto proto-redir proxy proxy-cacert proxy-capath proxy-cert proxy-cert-type proxy-ciphers proxy-crlfile proxy-header proxy-key proxy-key-type proxy-pass proxy-pinnedpubkey proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword proxy-tlsuser proxy-user proxy1.0 pubkey quote random-file range rate request-target resolve retry retry-delay retry-max-time sasl-authzid service-name sigalgs socks4 socks4a socks5 socks5-gssapi-service socks5-hostname speed-limit speed-time ssl-sessions stderr telnet-option tftp-blksize time-cond tls-max tls13-ciphers tlsauthtype tlspassword tlsuser trace trace-ascii trace-config unix-socket variable vlan-priority write-out';

const WITH_VALUE = new Set([...USED_WITH_VALUE, ...SKIPPED_WITH_VALUE.split(' ')]);

export function takesValue(longName: string): boolean {
  return WITH_VALUE.has(longName);
}

/** One option as it was given; `value` and what is known of it only for those that take one. */
export interface CurlOption extends Pick<Word, 'untold' | 'lostQuotes'> {
  readonly name: string;
  readonly value?: string;
}

/** Cuts the words behind `curl` into options; a bare word is a `url`. Unknown options are kept by name and harm nothing. */
export function parseOptions(words: readonly Word[]): CurlOption[] {
  const options: CurlOption[] = [];
  let onlyUrls = false;
  const take = (name: string, value: string, { untold, lostQuotes }: Partial<Word> = {}) =>
    options.push({ name, value, ...(untold && { untold }), ...(lostQuotes && { lostQuotes }) });
  for (let i = 0; i < words.length; i++) {
    const given = words[i];
    const word = given?.text ?? '';
    if (onlyUrls || !word.startsWith('-') || word === '-') {
      take('url', word, given);
    } else if (word === '--') onlyUrls = true;
    else if (word.startsWith('--')) {
      const equals = word.indexOf('=');
      const name = word.slice(2, equals < 0 ? undefined : equals).toLowerCase();
      if (!takesValue(name)) options.push({ name });
      else if (equals >= 0) take(name, word.slice(equals + 1), given);
      else take(name, words[++i]?.text ?? '', words[i]);
    } else {
      for (let at = 1; at < word.length; at++) {
        const letter = word[at] ?? '';
        const name = SHORT_NAMES[letter] ?? `-${letter}`;
        if (!SHORT_WITH_VALUE.has(letter)) {
          options.push({ name });
          continue;
        }
        const glued = word.slice(at + 1);
        if (glued === '') take(name, words[++i]?.text ?? '', words[i]);
        else take(name, glued, given);
        break;
      }
    }
  }
  return options;
}

/** True when an option was given, with or without a value. */
export function isFlag(options: readonly CurlOption[], name: string): boolean {
  return options.some((option) => option.name === name);
}
