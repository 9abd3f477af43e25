import { describe, expect, it } from 'vitest';
import { cdpError } from './cdp-error.js';

const URL_WITH_KEY = 'wss://user:SECRET@cdp.example:9222/devtools/SECRET?token=SECRET#SECRET';
const ANSWER = '<html>SECRET 200 OK, authorization: SECRET</html>';

describe('a browser that cannot be connected to', () => {
  it.each([
    [`connect ECONNREFUSED 10.0.0.1:9222 ${URL_WITH_KEY}`, /was refused or broken off/],
    [`getaddrinfo ENOTFOUND SECRET ${URL_WITH_KEY}`, /its name was not found/],
    [`Timeout 30000ms exceeded.\n<ws connecting> ${URL_WITH_KEY}`, /no answer within 30000ms$/],
    [
      `WebSocket error: ${URL_WITH_KEY} 403 Forbidden\nUnexpected server response: 403`,
      /answered 403$/,
    ],
    [
      `browserType.connectOverCDP: WebSocket error: wss://cdp.example/SECRET 401 Unauthorized\n${ANSWER}`,
      /answered 401$/,
    ],
    [`Unexpected status 407 when connecting to ${URL_WITH_KEY}.\n${ANSWER}`, /answered 407$/],
    ['self-signed certificate in certificate chain SECRET', /certificate is not trusted/],
    [`Invalid character in header content ["authorization: SECRET"]`, /cdpHeaders hold/],
    [`Unexpected token '<', "${ANSWER}" is not valid JSON`, /does not answer as a browser does/],
  ])('is told of by its host and our own words: %s', (message, told) => {
    const error = cdpError(new Error(message), URL_WITH_KEY);
    expect(error.code).toBe('ACT_ACTUATION_FAILED');
    expect(error.message).toMatch(
      /^The browser at wss:\/\/cdp\.example:9222 could not be connected to/,
    );
    expect(error.message).toMatch(told);
    expect(error.message).not.toContain('SECRET');
    expect(error.cause).toBeUndefined();
  });
});
