import { ActActuationError, type NovaActError } from '../../errors/index.js';
import { parseUrl } from '../../parse-url.js';

/** What may be repeated of a message: everything else is the address, or what its server answered. */
const REASONS: readonly [RegExp, (found: string) => string][] = [
  [/\bE(?:CONNREFUSED|CONNRESET|PIPE)\b/, () => 'the connection was refused or broken off'],
  [/\b(?:ENOTFOUND|EAI_AGAIN)\b/, () => 'its name was not found'],
  [/\b(?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)\b/, () => 'the network does not lead there'],
  [/Timeout \d+ms exceeded/, (found) => found.replace('Timeout', 'no answer within').slice(0, -9)],
  [
    /(?:Unexpected (?:server response:|status)|status(?: code)?:?) (\d{3})\b/,
    (found) => `it was answered ${found.slice(-3)}`,
  ],
  // The address without its query, then the status of what should have been a WebSocket.
  [/WebSocket error: \S+ \d{3}\b/, (found) => `it was answered ${found.slice(-3)}`],
  [/certificate|self-signed|\bCERT_[A-Z_]+\b/i, () => 'its certificate is not trusted'],
  [/Invalid character in header|Invalid header/i, () => 'cdpHeaders hold what no header takes'],
  [/Invalid URL/i, () => 'it is no address'],
];

/**
 * Why a browser could not be connected to. Its path and its query may be the key to it, and what its
 * server answers may repeat them and the headers: only the host is named, and a reason of our own words.
 */
export function cdpError(error: unknown, endpointUrl: string): NovaActError {
  const message = error instanceof Error ? error.message : '';
  const found = REASONS.map(([pattern, say]) => ({ match: pattern.exec(message), say })).find(
    ({ match }) => match !== null,
  );
  const why = found?.match ? found.say(found.match[0]) : 'it does not answer as a browser does';
  return new ActActuationError(
    `The browser at ${placeOf(endpointUrl)} could not be connected to: ${why}`,
  );
}

/** `ws://host:9222`, of an address that has been checked. */
export function placeOf(endpointUrl: string): string {
  const url = parseUrl(endpointUrl);
  return url ? `${url.protocol}//${url.host}` : 'cdpEndpointUrl';
}
