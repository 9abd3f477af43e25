import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Boundary } from './boundary.js';
import { closedZonePatterns } from './closed-zone-patterns.js';

const byte = fc.integer({ min: 0, max: 255 });
const word = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16));
const ipv4 = fc.tuple(
  fc.oneof(fc.constantFrom(0, 10, 100, 127, 168, 169, 172, 192), byte),
  byte,
  byte,
  byte,
);
const host = fc.oneof(
  ipv4.map((bytes) => bytes.join('.')),
  ipv4.chain((bytes) =>
    fc
      .constantFrom('::', '::ffff:', '::ffff:0:', '64:ff9b::', '64:ff9b:1::', '2002:')
      .map((prefix) => {
        const [a = 0, b = 0, c = 0, d = 0] = bytes;
        const groups = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
        return prefix === '2002:' ? `[2002:${groups}::1]` : `[${prefix}${groups}]`;
      }),
  ),
  fc
    .tuple(
      fc.constantFrom('fe80', 'fd00', 'fc00', 'fec0', 'febf', 'fdff', '2001:0', '0'),
      fc.array(word, { minLength: 1, maxLength: 4 }),
    )
    .map(([first, words]) => `[${first}::${words.join(':')}]`),
  fc.constantFrom(
    'localhost',
    'a.localhost',
    'localhost.',
    'ip6-localhost',
    'x.localdomain',
    'metadata',
    'metadata.google.internal',
    'instance-data.ec2.internal',
  ),
);
const address = fc
  .tuple(
    fc.constantFrom('http://', 'https://u:p@', 'http://u@'),
    host,
    fc.constantFrom('', ':81', '/x', '?y', '#z'),
  )
  .map(([scheme, name, rest]) => new URL(scheme + name + rest).href);

describe('closedZonePatterns', () => {
  it('let no address by that is refused', () => {
    const boundary = new Boundary({});
    const patterns = closedZonePatterns(boundary).map((pattern) => {
      const pieces = pattern.split('*').map((piece) => piece.replace(/[.[\]?]/g, '\\$&'));
      return new RegExp(`^${pieces.join('.*')}$`);
    });
    fc.assert(
      fc.property(address, (url) => {
        if (boundary.admits(url)) return;
        expect(
          patterns.some((pattern) => pattern.test(url)),
          url,
        ).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  it('are fewer once the program has gone there, and stop no ordinary page', () => {
    const boundary = new Boundary({});
    expect(closedZonePatterns(boundary).some((pattern) => pattern.includes('localhost'))).toBe(
      true,
    );
    boundary.programOpens('http://127.0.0.1:3000');
    expect(closedZonePatterns(boundary).some((pattern) => pattern.includes('localhost'))).toBe(
      false,
    );
    expect(boundary.admits('http://localhost/')).toBe(true);
    expect(boundary.admits('http://169.254.169.254/')).toBe(false);
    for (const zone of ['http://169.254.1.1', 'http://10.1.1.1']) boundary.programOpens(zone);
    expect(closedZonePatterns(boundary)).toEqual([]);
  });
});
