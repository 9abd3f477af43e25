const MASK = '[redacted]';
/**
 * A name that says secret, then its value: after `=`, as JSON, or after a colon where the name is a
 * word of its own. `ExpiredToken: The token …` is a code of AWS's and its message.
 */
const NAMED =
  /((?<!\w)(?=\w*?(?:secret|token|passw(?:or)?d|passphrase|api_?key|access_?key))\w+(?:\s*=\s*["']?|["']\s*:\s*["']?)|(?:api|access)-key\w*(?:\s*=\s*["']?|["']\s*:\s*["']?))[^\s"',;}]+/gi;
const NAMED_WORD =
  /(\b(?:secret|(?:session|access|bearer|id)?[ _-]?token|passw(?:or)?d|passphrase|secretaccesskey|sessiontoken|accesskeyid|authorization)\s*:\s*(?:bearer\s+)?)[^\s"',;}]+/gi;

/**
 * Strikes out of foreign text what looks like a secret: values after a name such as `SecretAccessKey`
 * or `token`, AWS key ids, and long runs that mix small and capital letters with digits. What a
 * program printed is not known beforehand, so this is by form, and rather too much than too little.
 */
export function withoutSecrets(text: string): string {
  return text
    .replace(NAMED, `$1${MASK}`)
    .replace(NAMED_WORD, `$1${MASK}`)
    .replace(/\b(?:AKIA|ASIA|AKID)[A-Z0-9]{12,}\b/g, MASK)
    .replace(/[\w+=-]{20,}(?:\/[\w+=-]+)*/g, masked)
    .replace(/[\w/+=-]{40,}/g, masked);
}

function masked(run: string): string {
  const mixed = /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);
  return mixed ? MASK : run;
}
