import { NovaActError } from '../../errors/index.js';
import { redactUrlsIn } from '../../errors/redact-url.js';

/**
 * A failure of Playwright as it may be shown. Its messages quote addresses, headers and arguments,
 * so the text is cleaned of URLs' secrets and of `secrets`, and the original is not kept as `cause`.
 */
export function sealedError(error: unknown, secrets: readonly string[] = []): unknown {
  if (error instanceof NovaActError || !(error instanceof Error)) return error;
  const sealed = new Error(sealedText(error.message, secrets));
  sealed.name = error.name;
  return sealed;
}

/** The first line of a message of Playwright's, without colours, call log and secrets. */
export function sealedText(message: string, secrets: readonly string[] = []): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with the escape character
  const plain = message.replace(/\u001b\[[0-9;]*m/g, '');
  const [head = ''] = plain.split(/\n[^\S\n]*(?:Call log:|={3,}|Browser logs:)/);
  return secrets
    .filter((secret) => secret.length > 0)
    .reduce((text, secret) => text.replaceAll(secret, 'REDACTED'), redactUrlsIn(head).trim());
}
