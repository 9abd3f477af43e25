import { expect, it } from 'vitest';
import { leaksIn, PLANTED, shown, signed } from './planted.js';

it.each(Object.entries(PLANTED))('finds %s as it is, in part, and encoded', (name, value) => {
  for (const text of [
    value,
    `x${value.slice(0, 16)}…`,
    encodeURIComponent(value),
    Buffer.from(value).toString('base64'),
    Buffer.from(value).toString('hex'),
  ]) {
    expect(leaksIn(text)).toContain(name);
  }
  expect(leaksIn('PLANTED')).toEqual([]);
});

it('looks into causes, hidden members, maps and copies', () => {
  const hidden = Object.defineProperty({}, 'key', { value: PLANTED.apiKey, enumerable: false });
  const carriers = [
    new Error('x', { cause: new Error(PLANTED.apiKey) }),
    Object.assign(new Error('x'), { suppressed: [new Error(PLANTED.apiKey)] }),
    hidden,
    new Map([['key', { deep: [PLANTED.apiKey] }]]),
  ];
  for (const carrier of carriers) expect(leaksIn(shown(carrier))).toEqual(['apiKey']);
});

it('signs a URL with secrets that are found', () => {
  expect(leaksIn(signed('https://e.com/'))).toEqual(['accessKeyId', 'signature', 'securityToken']);
});
