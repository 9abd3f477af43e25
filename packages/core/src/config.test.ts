import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.js';
import { ValidationError } from './errors/index.js';
import { stderrLogger } from './stderr-logger.js';

const KEY = '01234567-89ab-cdef-0123-456789abcdef';

describe('readConfig', () => {
  it('finds nothing in an empty environment, and is silent', () => {
    expect(readConfig({})).toMatchObject({
      awsEndpointUrl: undefined,
      apiKeyEndpointUrl: undefined,
      headless: undefined,
      browserArgs: [],
      logLevel: undefined,
    });
    expect(readConfig({}).apiKey).toBeUndefined();
  });

  it('prefers AWS_ENDPOINT_URL_NOVA_ACT to AWS_ENDPOINT_URL', () => {
    const both = { AWS_ENDPOINT_URL: 'http://a', AWS_ENDPOINT_URL_NOVA_ACT: 'http://b' };
    expect(readConfig(both).awsEndpointUrl).toBe('http://b');
    expect(readConfig({ AWS_ENDPOINT_URL: 'http://a' }).awsEndpointUrl).toBe('http://a');
    expect(readConfig({ NOVA_ACT_ENDPOINT_URL: 'http://c' }).apiKeyEndpointUrl).toBe('http://c');
  });

  it('takes a variable set to blanks as unset', () => {
    expect(readConfig({ NOVA_ACT_API_KEY: ' ', NOVA_ACT_HEADLESS: '' }).headless).toBeUndefined();
    expect(readConfig({ NOVA_ACT_API_KEY: ' ' }).apiKey).toBeUndefined();
  });

  it.each([
    ['1', true],
    ['TRUE', true],
    ['off', false],
    ['0', false],
  ])('reads the flag %s as %s', (value, meant) => {
    expect(readConfig({ NOVA_ACT_HEADLESS: value }).headless).toBe(meant);
    expect(readConfig({ NOVA_ACT_CAPTURE_DOM: value }).captureDom).toBe(meant);
  });

  it('splits browser arguments at white space, and takes a JSON array where one holds a space', () => {
    expect(readConfig({ NOVA_ACT_BROWSER_ARGS: '--a  --b=c' }).browserArgs).toEqual([
      '--a',
      '--b=c',
    ]);
    expect(readConfig({ NOVA_ACT_BROWSER_ARGS: '["--a b", "--c"]' }).browserArgs).toEqual([
      '--a b',
      '--c',
    ]);
  });

  it.each([
    ['NOVA_ACT_HEADLESS', 'maybe'],
    ['NOVA_ACT_CAPTURE_DOM', '2'],
    ['NOVA_ACT_LOG_LEVEL', 'loud'],
    ['NOVA_ACT_BROWSER_ARGS', '["--a", 1]'],
    ['NOVA_ACT_BROWSER_ARGS', '["--a'],
  ])('refuses %s=%s and names the variable', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ValidationError);
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });

  it('shows no key in inspection, JSON or a copy', () => {
    const config = readConfig({ NOVA_ACT_API_KEY: KEY });
    expect(config.apiKey).toBe(KEY);
    const shown = [inspect(config), JSON.stringify(config), inspect({ ...config })].join();
    expect(shown).not.toContain(KEY);
  });
});

describe('stderrLogger', () => {
  it('writes one JSON line for each entry at its level or above', () => {
    const lines: string[] = [];
    const logger = stderrLogger('warn', (line) => lines.push(line));
    logger.info('quiet');
    logger.warn('heard', { attempt: 2 });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'warn', message: 'heard', attempt: 2 },
    ]);
  });

  it('does not fail on a field that JSON cannot hold', () => {
    const lines: string[] = [];
    stderrLogger('debug', (line) => lines.push(line)).error('odd', { big: 1n });
    expect(lines.join()).toContain('odd');
  });
});
