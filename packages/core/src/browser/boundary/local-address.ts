import { BlockList, isIPv4 } from 'node:net';
import type { Address } from './address.js';
import type { UrlPattern } from './url-pattern.js';

/**
 * Where an address lies that is not the public network's: this machine; the link, with the metadata
 * services that give a machine its credentials; the private network.
 */
export type Zone = 'loopback' | 'link-local' | 'private';

const SUBNETS: readonly (readonly [Zone, string, number, 'ipv4' | 'ipv6'])[] = [
  ['loopback', '127.0.0.0', 8, 'ipv4'],
  ['loopback', '0.0.0.0', 8, 'ipv4'], // Taken for this machine.
  ['loopback', '::', 127, 'ipv6'], // ::1 and ::
  ['link-local', '169.254.0.0', 16, 'ipv4'],
  ['link-local', 'fe80::', 10, 'ipv6'],
  // Metadata services that lie elsewhere: AWS, Google, Scaleway; Alibaba, Oracle, Azure.
  ['link-local', 'fd00:ec2::', 32, 'ipv6'],
  ['link-local', 'fd20:ce::254', 128, 'ipv6'],
  ['link-local', 'fd00:42::42', 128, 'ipv6'],
  ['link-local', '100.100.100.200', 32, 'ipv4'],
  ['link-local', '192.0.0.192', 32, 'ipv4'],
  ['link-local', '168.63.129.16', 32, 'ipv4'],
  ['private', '10.0.0.0', 8, 'ipv4'],
  ['private', '172.16.0.0', 12, 'ipv4'],
  ['private', '192.168.0.0', 16, 'ipv4'],
  ['private', '100.64.0.0', 10, 'ipv4'],
  ['private', 'fc00::', 7, 'ipv6'],
  ['private', 'fec0::', 10, 'ipv6'],
];
const ZONES = SUBNETS.map(([zone, net, bits, family]) => {
  const list = new BlockList();
  list.addSubnet(net, bits, family);
  return { zone, list, family };
});
/** Names that stand for such addresses everywhere. Others are not looked up. */
const NAMES: readonly (readonly [Zone, RegExp])[] = [
  [
    'loopback',
    /^(?:.+\.)?localhost(?:\.localdomain)?$|^localhost[46]?(?:\.localdomain[46]?)?$|^ip6-(?:localhost|loopback)$|^(?:.+\.)?localdomain$/,
  ],
  [
    'link-local',
    /^metadata$|^metadata\.(?:goog|google\.internal|azure\.internal|tencentyun\.com|platformequinix\.com)$|^instance-data(?:\.ec2\.internal)?$/,
  ],
];

/** The zone of an http or https address; undefined for the public network's and for names of others. */
export function zoneOf({ protocol, host }: Pick<Address, 'protocol' | 'host'>): Zone | undefined {
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  return zoneOfHost(host.name) ?? (host.embedded ? zoneOfHost(host.embedded) : undefined);
}

/** The zone that a pattern names by itself: `localhost:3000`, `*.localhost`, not `*`. */
export function zoneOfPattern({ host }: UrlPattern): Zone | undefined {
  if (host === undefined) return undefined;
  // Whatever the stars stand for, the end is the pattern's own.
  return zoneOfHost(host.join('x'));
}

function zoneOfHost(name: string): Zone | undefined {
  const isIpv6 = name.startsWith('[');
  if (!isIpv6 && !isIPv4(name)) return NAMES.find(([, names]) => names.test(name))?.[0];
  const family = isIpv6 ? 'ipv6' : 'ipv4';
  const ip = isIpv6 ? name.slice(1, -1) : name;
  return ZONES.find((zone) => zone.family === family && zone.list.check(ip, family))?.zone;
}
