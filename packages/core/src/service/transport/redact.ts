const MASK = '[redacted]';

/** Strikes the secrets out of a text that came from outside, in any form they may have been echoed. */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret === '') continue;
    // Half of a character has no percent-encoding.
    const wellFormed = secret.replace(/\p{Surrogate}/gu, '\ufffd');
    const asJson = JSON.stringify(secret).slice(1, -1);
    for (const form of new Set([secret, asJson, encodeURIComponent(wellFormed)])) {
      clean = clean.replaceAll(form, MASK);
    }
  }
  return clean;
}
