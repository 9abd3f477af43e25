import { canonicalHost, type Host } from './canonical-host.js';
import { pathReadings, queryReading } from './path-readings.js';

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** An address in the parts that rules compare. User name, password and fragment are not among them. */
export interface Address {
  readonly protocol: string;
  readonly host: Host;
  /** The one meant when none is written, too. */
  readonly port: string;
  readonly paths: readonly string[];
  readonly query: string;
}

export function addressOf(url: URL): Address {
  return {
    protocol: url.protocol,
    host: canonicalHost(url.hostname),
    port: url.port || defaultPort(url.protocol),
    paths: pathReadings(url.pathname),
    query: queryReading(url.search.slice(1)),
  };
}

export function defaultPort(protocol: string): string {
  return DEFAULT_PORTS[protocol] ?? '';
}
