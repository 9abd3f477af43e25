import type { BrowserOptions } from '../../browser-options.js';
import type { OpenInput } from '../open-input.js';
import { askFor } from './ask-for.js';
import { checkEndpointUrl, checkHeaders, type Endpoint } from './check-endpoint.js';

/** A function may sign in somewhere, or start a browser. */
const ANSWERS_WITHIN_MS = 60_000;

/**
 * Where the options say that the browser is. Functions are asked for each connection, the address first:
 * what they give may be good for seconds.
 * @throws ValidationError that names the option
 */
export async function endpointOf({
  options,
  clock,
  signal,
}: Pick<OpenInput, 'options' | 'clock' | 'signal'>): Promise<Endpoint> {
  const { cdpEndpointUrl: address, cdpHeaders: headers = {} } = options;
  const secrets = typeof headers === 'function' ? [] : Object.values(headers);
  const given =
    typeof address === 'function'
      ? await askFor(
          {
            field: 'cdpEndpointUrl',
            timeoutMs: ANSWERS_WITHIN_MS,
            remedy: 'Have the function give the address of a browser, such as wss://host/….',
            ask: (until) => address({ signal: until }),
            secrets,
          },
          { clock, signal },
        )
      : address;
  const url = checkEndpointUrl(given, 'cdpEndpointUrl');
  const found =
    typeof headers === 'function'
      ? await askFor(
          {
            field: 'cdpHeaders',
            timeoutMs: ANSWERS_WITHIN_MS,
            remedy: "Have the function give headers, such as { authorization: 'Bearer …' }.",
            ask: (until) => headers({ endpointUrl: url, signal: until }),
            secrets: [url],
          },
          { clock, signal },
        )
      : headers;
  return { url, headers: checkHeaders(found, 'cdpHeaders') };
}

/** What no message may have of the options that lead to a browser. Of a function nothing is known. */
export function endpointSecrets({ cdpEndpointUrl, cdpHeaders }: BrowserOptions): string[] {
  return [
    ...(typeof cdpHeaders === 'object' ? Object.values(cdpHeaders) : []),
    // Its path and query may be the key to the browser.
    ...(typeof cdpEndpointUrl === 'string' ? [cdpEndpointUrl] : []),
  ];
}
