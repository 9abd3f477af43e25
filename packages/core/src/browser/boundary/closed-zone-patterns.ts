import type { Boundary } from './boundary.js';
import type { Zone } from './local-address.js';

/** How the hosts of a zone begin, or end, as Chromium writes them. Wider than the zone: it is a sieve. */
const BEGINNINGS: Readonly<Record<Zone, readonly string[]>> = {
  loopback: ['127.', '0.', 'localhost', 'ip6-', '[:'],
  'link-local': [
    '169.254.',
    '[fe',
    '[fd',
    'metadata',
    'instance-data',
    '100.100.',
    '192.0.0.',
    '168.63.',
  ],
  private: ['10.', '172.', '192.168.', '100.', '[f'],
};
/** IPv6 addresses that hold an IPv4 address. */
const TRANSLATED = ['[64:ff9b:', '[2002:', '[2001:', '[:'];
const ZONES = ['loopback', 'link-local', 'private'] as const;

/**
 * What to stop and look at while no list is given, in DevTools' patterns: the few addresses that may be
 * of a closed zone. All others pass inside of the browser, without a round trip.
 */
export function closedZonePatterns(boundary: Boundary): string[] {
  const closed = ZONES.filter((zone) => boundary.isClosed(zone));
  if (closed.length === 0) return [];
  const beginnings = new Set([...closed.flatMap((zone) => BEGINNINGS[zone]), ...TRANSLATED]);
  const ends = closed.includes('loopback') ? ['*.localhost*', '*.localdomain*'] : [];
  return [...[...beginnings].flatMap((each) => [`http*//${each}*`, `http*@${each}*`]), ...ends];
}
