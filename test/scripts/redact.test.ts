import { expect, it } from 'vitest';
import { redact } from '../../scripts/setup/redact.mjs';

it.each([
  ['GET https://user:token@registry.example/pnpm failed', 'GET https://… failed'],
  ['getaddrinfo ENOTFOUND registry.example', 'getaddrinfo ENOTFOUND …'],
  ['connect ECONNREFUSED 10.1.2.3:4873', 'connect ECONNREFUSED …'],
  ["  hostname: 'registry.example'", "  hostname: '…'"],
  ['Progress: resolved 12, reused 3', 'Progress: resolved 12, reused 3'],
])('shows no address: %s', (text, shown) => {
  expect(redact(text)).toBe(shown);
});
