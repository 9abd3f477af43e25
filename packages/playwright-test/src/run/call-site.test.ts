import { expect, test } from 'vitest';
import { callSite, readFrame } from './call-site.js';

test('the place is that of the call', () => {
  const asks = () => callSite(asks);
  expect(asks()).toMatchObject({ file: expect.stringMatching(/call-site\.test\.ts$/) });
});

test.each([
  ['    at name (file:///a/b.ts:3:7)', { file: '/a/b.ts', line: 3, column: 7 }],
  ['    at /a (b)/c.ts:3:7', undefined],
  ['    at async /a/b.ts:3:7', { file: '/a/b.ts', line: 3, column: 7 }],
  ['    at Object.x [as y] (/a/b.ts:12:1)', { file: '/a/b.ts', line: 12, column: 1 }],
  ['    at new Promise (<anonymous>)', undefined],
])('%s', (frame, place) => {
  expect(readFrame(frame)).toEqual(place);
});
