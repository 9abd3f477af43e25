import { expect, test } from 'vitest';
import { requestKey, requestLabel, requestVariant } from './request-names.js';

const at = (url: string, lineNumber = 1, postData = '') => ({
  request: { url, method: 'GET', postData },
  type: 'Fetch',
  initiator: {
    type: 'script',
    stack: { callFrames: [{ url: 'https://a.test/app.js', lineNumber, columnNumber: 3 }] },
  },
});

test('a poll has one key, whatever the values of its query are', () => {
  expect(requestKey(at('https://a.test/poll?t=1'))).toBe(requestKey(at('https://a.test/poll?t=2')));
});

test('a poll has one key, whatever the numbers in its body are', () => {
  const body = (now: number) => JSON.stringify({ operation: 'News', now });
  const url = 'https://a.test/graphql';
  expect(requestKey(at(url, 1, body(1)))).toBe(requestKey(at(url, 1, body(2))));
});

test.each([
  ['operation', at('https://a.test/graphql', 1, 'Poll'), at('https://a.test/graphql', 1, 'Search')],
  ['path', at('https://a.test/poll'), at('https://a.test/other')],
  ['query parameters', at('https://a.test/poll?a=1'), at('https://a.test/poll?b=1')],
  ['place in the code', at('https://a.test/poll', 1), at('https://a.test/poll', 2)],
])('requests of another %s have another key', (_what, one, other) => {
  expect(requestKey(one)).not.toBe(requestKey(other));
});

test.each([
  ['https://a.test/api/x?token=secret', 'fetch /api/x'],
  ['https://b.test/api/x?token=secret', 'fetch b.test/api/x'],
  [`https://a.test/${'a'.repeat(200)}`, `fetch /${'a'.repeat(58)}…`],
  ['blob:nonsense', 'fetch nonsense'],
  ['not a url', 'fetch'],
])('%s is called "%s"', (url, label) => {
  expect(requestLabel(at(url), 'https://a.test/page')).toBe(label);
});

test.each([
  ['a time', 'https://a.test/x?t=1700000000000', 'https://a.test/x?t=1700000000250'],
  ['a random number', 'https://a.test/x?_=0.123456789', 'https://a.test/x?_=0.987654321'],
])('a request that differs by %s asks for the same', (_what, one, other) => {
  expect(requestVariant(at(one))).toBe(requestVariant(at(other)));
});

test.each([
  ['page', at('https://a.test/x?page=1'), at('https://a.test/x?page=2')],
  ['body', at('https://a.test/x', 1, 'Cart'), at('https://a.test/x', 1, 'Offers')],
])('a request for another %s asks for something else', (_what, one, other) => {
  expect(requestVariant(one)).not.toBe(requestVariant(other));
});
