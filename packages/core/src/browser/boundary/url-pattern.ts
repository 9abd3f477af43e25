import { type Address, defaultPort } from './address.js';
import { fits, type Wildcard } from './wildcard.js';

/** A rule about addresses, in the parts that are compared. A part that is left out is any. */
export interface UrlPattern {
  readonly text: string;
  /** `http:`, `https:` or `file:`; without it http and https. */
  readonly protocol?: string;
  readonly host?: Wildcard;
  /** `own` is the port that the scheme has when none is written. */
  readonly port?: string;
  /** One for each reading of a path. */
  readonly paths?: readonly Wildcard[];
  readonly query?: Wildcard;
}

/** In doubt an allowed address is less, a blocked one more. */
export type Leaning = 'allow' | 'block';

export function matches(pattern: UrlPattern, address: Address, leaning: Leaning): boolean {
  return (
    protocolMatches(pattern, address) &&
    hostMatches(pattern, address, leaning) &&
    portMatches(pattern, address, leaning) &&
    pathMatches(pattern, address, leaning) &&
    (pattern.query === undefined || fits(pattern.query, address.query))
  );
}

function protocolMatches({ protocol, host }: UrlPattern, address: Address): boolean {
  if (protocol !== undefined) return address.protocol === protocol;
  return host === undefined || address.protocol === 'http:' || address.protocol === 'https:';
}

function hostMatches({ host }: UrlPattern, address: Address, leaning: Leaning): boolean {
  if (host === undefined || fits(host, address.host.name)) return true;
  const { embedded } = address.host;
  return leaning === 'block' && embedded !== undefined && fits(host, embedded);
}

function portMatches({ port }: UrlPattern, address: Address, leaning: Leaning): boolean {
  if (port === undefined) return true;
  if (port !== 'own') return port === address.port;
  return leaning === 'block' || address.port === defaultPort(address.protocol);
}

function pathMatches({ paths }: UrlPattern, address: Address, leaning: Leaning): boolean {
  if (paths === undefined) return true;
  const fitsReading = (wanted: Wildcard, at: number) => {
    const path = address.paths[at] ?? '';
    if (leaning === 'allow') return fits(wanted, path);
    // `/admin/`, `/ADMIN` and what `/admin/*` leaves out, `/admin`, are as often as not one page.
    const lower = wanted.map((piece) => piece.toLowerCase());
    const bare = path.toLowerCase().replace(/\/$/, '');
    return fits(lower, bare) || fits(lower, `${bare}/`);
  };
  return leaning === 'allow' ? paths.every(fitsReading) : paths.some(fitsReading);
}
