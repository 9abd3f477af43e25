/** Parameters whose values let somebody in: those of signed URLs, of sign-in redirects, of links sent by mail. */
const parts = [
  '^x-(?:amz|goog|ms)-',
  'signature',
  'token',
  'secret',
  'passw',
  'credential',
  'session',
  'authori[sz]ation',
  'assertion',
  'api-?key',
  'access-?key',
  'key-pair-id',
];
const wholes = 'sig|pin|otp|jwt|sid|auth|pass|pwd|pw';
const secretName = new RegExp(`${parts.join('|')}|(?:^|[^a-z])(?:${wholes})(?:$|[^a-z])`, 'i');
/** Names of harmless things too (`?code=BOS`): their values are secrets when they are long. */
const oftenSecret = /(?:^|[^a-z])(?:key|code|policy|ticket|state|nonce)(?:$|[^a-z])/i;
const longLength = 16;
/** JSON web tokens and AWS access key ids, whatever they are called. */
const secretValue = /^eyJ[\w-]{10,}\.|^(?:AKIA|ASIA)[A-Z0-9]{12,}$/;

const urlInText = /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>`\\]+/gi;
const userInfo = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#@]*)@/i;
const parameter = /([?#&;])([^=?#&;]+)=([^?#&;]*)/g;

/**
 * The text with every secret part of every URL in it replaced by what `hide` gives for it: user and password, and the
 * values of parameters that sign the URL or let somebody in.
 */
export function hideInUrls(text: string, hide: (secret: string) => string): string {
  return text.replace(urlInText, (url) => {
    const [path = '', ...rest] = url.split(/(?=[?#])/);
    const open = path.replace(userInfo, (_all, scheme: string, user: string) =>
      user === '' ? `${scheme}@` : `${scheme}${hide(user)}@`,
    );
    const query = rest
      .join('')
      .replace(parameter, (all, lead, name: string, value: string) =>
        value !== '' && isSecret(name, value) ? `${lead}${name}=${hide(value)}` : all,
      );
    return open + query;
  });
}

function isSecret(name: string, value: string): boolean {
  const plain = decoded(name)
    .replace(/([a-z0-9])(?=[A-Z])/g, '$1-')
    .replaceAll('_', '-');
  return (
    secretName.test(plain) ||
    (value.length >= longLength && oftenSecret.test(plain)) ||
    secretValue.test(decoded(value))
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
