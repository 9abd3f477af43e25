/** A host as it is compared, and what else a request to it may reach. */
export interface Host {
  /** Lower case, punycode, no dot at its end; an IPv4 address in four decimals, also out of `::ffff:`. */
  readonly name: string;
  /** The IPv4 address that an IPv6 address stands for behind a translator or a tunnel. */
  readonly embedded: string | undefined;
}

/** Of a `hostname` that the URL parser has read: it has done case, IDN, and the odd ways to write IPv4. */
export function canonicalHost(hostname: string): Host {
  const name = hostname.toLowerCase().replace(/(?<!\.)\.+$/, '');
  const groups = ipv6Groups(name);
  if (!groups) return { name, embedded: undefined };
  const zerosUpTo = groups.findIndex((group) => group !== 0);
  const [, second, third] = groups;
  const last = dotted(groups[6], groups[7]);
  // ::ffff:a.b.c.d is that IPv4 address itself.
  if (zerosUpTo === 5 && groups[5] === 0xffff) return { name: last, embedded: undefined };
  const isCompatible = zerosUpTo >= 6; // ::a.b.c.d
  const isTranslated = zerosUpTo === 4 && groups[4] === 0xffff && groups[5] === 0; // ::ffff:0:a.b.c.d
  const isNat64 = groups[0] === 0x64 && second === 0xff9b; // 64:ff9b::/96 and 64:ff9b:1::/48
  if (isCompatible && zerosUpTo === 7 && groups[7] === 1) return { name, embedded: undefined };
  if (isCompatible || isTranslated || isNat64) return { name, embedded: last };
  if (groups[0] === 0x2002) return { name, embedded: dotted(second, third) }; // 6to4
  const isTeredo = groups[0] === 0x2001 && second === 0;
  if (isTeredo) return { name, embedded: dotted(flipped(groups[6]), flipped(groups[7])) };
  return { name, embedded: undefined };
}

/** The eight numbers of `[…]`, as the URL parser writes it; undefined for any other host. */
export function ipv6Groups(name: string): number[] | undefined {
  if (!name.startsWith('[') || !name.endsWith(']')) return undefined;
  const [head = '', tail] = name.slice(1, -1).split('::');
  const numbers = (text: string) =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  const before = numbers(head);
  if (tail === undefined) return before;
  const after = numbers(tail);
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

function dotted(high = 0, low = 0): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function flipped(group = 0): number {
  return group ^ 0xffff;
}
