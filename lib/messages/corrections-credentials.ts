import type { Correction } from './corrections';

/** Snippets are written by their lines; a line begins with its sign. */
const lines = (...text: string[]) => text.join('\n');

const AXIOS_OPEN = '  await axios.post(url, body, { headers: {';
const FETCH_OPEN = '  await fetch(url, { method: "POST", body, headers: {';
const JSON_TYPE = '    "Content-Type": "application/json",';

/**
 * The call with one wrong header and the right one in its place; left out where nothing was there.
 * @param sign a space where the right header is there already and stays
 */
export function headerCorrection(
  wrong: Readonly<Record<'script' | 'curl' | 'python', readonly string[]>>,
  right: Right,
  sign: '+' | ' ' = '+',
) {
  const minus = (list: readonly string[]) => list.map((line) => `-   ${line}`);
  return {
    fetch: lines(FETCH_OPEN, ...minus(wrong.script), `${sign}   ${right.script}`, JSON_TYPE, '  } });'),
    axios: lines(AXIOS_OPEN, ...minus(wrong.script), `${sign}   ${right.script}`, '  } });'),
    curl: lines('  curl "$URL" --json "$BODY" \\', ...minus(wrong.curl), `${sign}   ${right.curl}`),
    python: lines(
      '  requests.post(url, json=body, headers={',
      ...minus(wrong.python),
      `${sign}   ${right.python}`,
      '  })',
    ),
  } satisfies Correction;
}

interface Right {
  readonly script: string;
  readonly curl: string;
  readonly python: string;
}

const BEARER: Right = {
  script: 'Authorization: "Bearer " + key,',
  curl: '-H "Authorization: Bearer $INFUZU_API_KEY"',
  python: '"Authorization": f"Bearer {key}",',
};

/** The key as it belongs into a documented auth header. */
export function keyIn(header: string): Right {
  if (header.toLowerCase() === 'authorization') return BEARER;
  const script = `"${header}": key,`;
  return { script, curl: `-H "${header}: $INFUZU_API_KEY"`, python: script };
}

const KEY_HEADER = keyIn('Infuzu-API-Key');

/** @param lead what stands before the key, as script and Python write it. */
export function bearerCorrection(lead: string, curl = `${lead}$INFUZU_API_KEY`, python = lead): Correction {
  return headerCorrection(
    {
      script: [`Authorization: "${lead}" + key,`],
      curl: [`-H "Authorization: ${curl}"`],
      python: [`"Authorization": f"${python}{key}",`],
    },
    BEARER,
  );
}

/** The place where the key is read, before any call. */
function readingCorrection(wrong: Right, right: Right): Correction {
  const use = {
    fetch: lines(FETCH_OPEN, '    "Infuzu-API-Key": key,', JSON_TYPE, '  } });'),
    axios: '  await axios.post(url, body, { headers: { "Infuzu-API-Key": key } });',
    curl: '  curl "$URL" --json "$BODY" -H "Infuzu-API-Key: $key"',
    python: '  requests.post(url, json=body, headers={"Infuzu-API-Key": key})',
  };
  return {
    fetch: lines(`- ${wrong.script}`, `+ ${right.script}`, use.fetch),
    axios: lines(`- ${wrong.script}`, `+ ${right.script}`, use.axios),
    curl: lines(`- ${wrong.curl}`, `+ ${right.curl}`, use.curl),
    python: lines(`- ${wrong.python}`, `+ ${right.python}`, use.python),
  };
}

const READ: Right = {
  script: 'const key = process.env.INFUZU_API_KEY;',
  curl: 'key=$INFUZU_API_KEY',
  python: 'key = os.environ["INFUZU_API_KEY"]',
};
const READ_TRIMMED: Right = {
  script: 'const key = process.env.INFUZU_API_KEY.trim();',
  curl: 'key=$(printf %s "$INFUZU_API_KEY" | tr -d "[:space:]")',
  python: 'key = os.environ["INFUZU_API_KEY"].strip()',
};

const NOTHING = { script: [], curl: [], python: [] };

/** The corrections of the rules about credentials, by rule id. */
export const credentialCorrections: Readonly<Record<string, Correction>> = {
  'credentials-missing': headerCorrection(NOTHING, KEY_HEADER),
  'credentials-multiple': headerCorrection(
    { script: [BEARER.script], curl: [`${BEARER.curl} \\`], python: [BEARER.python] },
    KEY_HEADER,
    ' ',
  ),
  'credential-empty': readingCorrection(
    {
      script: 'const key = process.env.INFUZU_API_KEY ?? "";',
      curl: 'key=$INFUZU_API_KEY',
      python: 'key = os.environ.get("INFUZU_API_KEY", "")',
    },
    {
      script:
        'const key = process.env.INFUZU_API_KEY; if (!key) throw new Error("INFUZU_API_KEY is not set");',
      curl: 'test -n "$INFUZU_API_KEY" || exit 1; key=$INFUZU_API_KEY',
      python: 'key = os.environ["INFUZU_API_KEY"]  # stops when it is not set',
    },
  ),
  'bearer-prefix-missing': headerCorrection(
    {
      script: ['Authorization: key,'],
      curl: ['-H "Authorization: $INFUZU_API_KEY"'],
      python: ['"Authorization": key,'],
    },
    BEARER,
  ),
  'bearer-malformed': bearerCorrection('Bearer  '),
  'bearer-case': bearerCorrection('bearer '),
  'auth-scheme-unsupported': {
    ...headerCorrection(
      {
        script: ['Authorization: "Basic " + btoa("user:" + key),'],
        curl: ['-u "user:$INFUZU_API_KEY"'],
        python: ['"Authorization": "Basic " + b64encode(f"user:{key}".encode()).decode(),'],
      },
      BEARER,
    ),
    axios: lines(
      '  await axios.post(url, body, {',
      '-   auth: { username: "user", password: key },',
      '+   headers: { Authorization: "Bearer " + key },',
      '  });',
    ),
  },
  'key-header-has-scheme': headerCorrection(
    {
      script: ['"Infuzu-API-Key": "Bearer " + key,'],
      curl: ['-H "Infuzu-API-Key: Bearer $INFUZU_API_KEY"'],
      python: ['"Infuzu-API-Key": f"Bearer {key}",'],
    },
    KEY_HEADER,
  ),
  'key-whitespace': readingCorrection(READ, READ_TRIMMED),
  'key-quoted': headerCorrection(
    {
      script: ['"Infuzu-API-Key": JSON.stringify(key),'],
      curl: ["-H 'Infuzu-API-Key: \"'$INFUZU_API_KEY'\"'"],
      python: ['"Infuzu-API-Key": json.dumps(key),'],
    },
    KEY_HEADER,
  ),
  'key-placeholder': readingCorrection(
    {
      script: 'const key = process.env.INFUZU_KEY;',
      curl: "key='$INFUZU_API_KEY'",
      python: 'key = "INFUZU_API_KEY"',
    },
    READ,
  ),
  'key-characters': readingCorrection(READ, {
    script: 'const key = process.env.INFUZU_API_KEY.replace(/[^\\x21-\\x7e]/g, "");',
    curl: 'key=$(printf %s "$INFUZU_API_KEY" | LC_ALL=C tr -cd \'!-~\')',
    python: 'key = "".join(c for c in os.environ["INFUZU_API_KEY"] if "!" <= c <= "~")',
  }),
  'header-name-case': headerCorrection(
    {
      script: ['"infuzu-api-key": key,'],
      curl: ['-H "infuzu-api-key: $INFUZU_API_KEY"'],
      python: ['"infuzu-api-key": key,'],
    },
    KEY_HEADER,
  ),
  'header-name-unknown': headerCorrection(
    {
      script: ['"X-API-Key": key,'],
      curl: ['-H "X-API-Key: $INFUZU_API_KEY"'],
      python: ['"X-API-Key": key,'],
    },
    KEY_HEADER,
  ),
  'key-exposed-to-page': {
    fetch: lines(
      '- await fetch("https://chat.infuzu.com/api/llm-response", { headers: { "Infuzu-API-Key": key }, …',
      '+ await fetch("/my-server/llm-response", { method: "POST", body });',
    ),
    axios: lines(
      '- await axios.post("https://chat.infuzu.com/api/llm-response", body, { headers: { "Infuzu-API-Key": key } });',
      '+ await axios.post("/my-server/llm-response", body);',
    ),
    curl: lines('  # curl runs on your own machine: its key is seen by no visitor.'),
    python: lines(
      '  # on your own server',
      '+ key = os.environ["INFUZU_API_KEY"]',
      '+ requests.post(url, json=body, headers={"Infuzu-API-Key": key})',
    ),
  },
};
