const HIDDEN = 'REDACTED';

/**
 * Query and fragment parameters whose values let somebody in: the signatures and tokens of signed
 * URLs (AWS, Google, Azure, CloudFront), of sign-in redirects and of links sent by mail.
 */
const SECRET_NAME = new RegExp(
  [
    '^x-(?:amz|goog)-', // X-Amz-Signature, X-Amz-Credential, X-Goog-Signature, ...
    '(?:^|[^a-z])(?:sig|key|pin|otp|code|jwt|sid|auth|pass|pw|policy|ticket)(?:$|[^a-z])',
    '(?:^|[^a-z])(?:hmac|hm|hdn\\w+|verify|magic)(?:$|[^a-z])', // Akamai, Cloudflare, Discord, magic links
    'signature|token|secret|passw|credential|session|assertion|accesskey|api_?key|private-?key|authori[sz]ation',
    'key-pair-id|keypairid',
  ].join('|'),
  'i',
);
/** Values that give themselves away whatever they are called: JSON web tokens and AWS key ids. */
const SECRET_VALUE = /^eyJ[\w-]{10,}\.|^(?:AKIA|ASIA)[A-Z0-9]{12,}$/;
const WORD_BREAK = /([a-z0-9])(?=[A-Z])/g;
/** A WebSocket's address is known to those who may use it: a browser's has its key in the path. */
const SOCKET_PATH = /^(wss?:(?:\\?\/){2}[^/?#\\]*)(?:\\?\/.+|[?#].+)$/is;
const USER_INFO = /^([a-z][a-z0-9+.-]*:(?:\\?\/){2})[^/?#\\]*@/i;

/**
 * The URL as it may be shown: user and password, and the values of parameters that sign it or let
 * somebody in, read `REDACTED`; the rest stands as it was. A `data:` URL is cut to its type. Text
 * that is no URL comes back unchanged, but for such parts. Never throws.
 */
export function redactUrl(url: string): string {
  if (/^data:/i.test(url)) return `${url.slice(0, 40).split(',')[0]},…`;
  const open = url.replace(USER_INFO, `$1${HIDDEN}@`).replace(SOCKET_PATH, `$1/${HIDDEN}`);
  const hashAt = open.indexOf('#');
  const main = hashAt < 0 ? open : open.slice(0, hashAt);
  const fragment = hashAt < 0 ? '' : open.slice(hashAt);
  const queryAt = main.indexOf('?');
  const query = queryAt < 0 ? '' : main.slice(queryAt);
  const base = queryAt < 0 ? main : main.slice(0, queryAt);
  return base + redactParameters(query) + redactParameters(fragment);
}

/** What parts the scheme from the rest, also as some write it in JSON: `https:\/\/e.com\/?a=1\u0026b=2`. */
const AFTER_SCHEME = /:(?:\\?\/){2}/g;
const SCHEME = /[a-z][a-z0-9+.-]{1,20}$/i;
const MAX_SCHEME = 21;
const REST = /(?:[^\s"<>\\]|\\u0026|\\\/)+/y;

/** The text with `redactUrl` applied to every URL in it. */
export function redactUrlsIn(text: string): string {
  return mapUrlsIn(text, redactUrl);
}

/** The text with `show` in the place of every URL in it. Quick on megabytes that hold none. */
export function mapUrlsIn(text: string, show: (url: string) => string): string {
  let shown = '';
  let done = 0;
  for (const { 0: separator, index } of text.matchAll(AFTER_SCHEME)) {
    if (index < done) continue;
    const scheme = SCHEME.exec(text.slice(Math.max(done, index - MAX_SCHEME), index));
    REST.lastIndex = index + separator.length;
    if (!scheme || !REST.test(text)) continue;
    const start = index - scheme[0].length;
    shown += text.slice(done, start) + show(text.slice(start, REST.lastIndex));
    done = REST.lastIndex;
  }
  return done === 0 ? text : shown + text.slice(done);
}

/** `?a=b&c=d`, `#a=b`, `#/route?a=b`. */
function redactParameters(text: string): string {
  return text
    .replace(/([?#&;]|\\u0026)([^=?#&;\\]+)=([^?#&;\\]*)/g, (whole, lead, name, value) =>
      value !== '' && isSecret(name, value) ? `${lead}${name}=${HIDDEN}` : whole,
    )
    .replace(/([?#&;]|\\u0026)([^=?#&;\\]+)(?=[?#&;\\]|$)/g, (whole, lead, value) =>
      isBareSecret(decoded(value)) ? `${lead}${HIDDEN}` : whole,
    );
}

function isSecret(name: string, value: string): boolean {
  const plain = decoded(name);
  return (
    SECRET_NAME.test(plain.replace(WORD_BREAK, '$1-')) ||
    SECRET_NAME.test(plain) ||
    SECRET_VALUE.test(decoded(value))
  );
}

/** A value without a name: nobody writes one so long and so mixed by hand. */
function isBareSecret(value: string): boolean {
  if (SECRET_VALUE.test(value)) return true;
  if (!/^[\w~.-]{24,}$/.test(value)) return false;
  const mixed = /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value);
  return mixed || /^[0-9a-f]{32,}$/i.test(value);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // Not percent-encoding: it is what it looks like.
  }
}
