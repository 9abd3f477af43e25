import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.js';
import { stderrLogger } from './stderr-logger.js';

const KEY = '01234567-89ab-cdef-0123-456789abcdef';

function heard() {
  const said: string[] = [];
  const hear =
    (level: string) =>
    (message: string, fields = {}) =>
      void said.push(`${level} ${message} ${JSON.stringify(fields)}`);
  const logger = {
    debug: hear('debug'),
    info: hear('info'),
    warn: hear('warn'),
    error: hear('error'),
  };
  return { logger, said };
}

describe('readConfig', () => {
  it('finds nothing in an empty environment, and is silent', () => {
    expect(readConfig({})).toMatchObject({
      apiKeyEndpointUrl: undefined,
      headless: undefined,
      browserArgs: [],
      logLevel: undefined,
    });
    expect(readConfig({}).apiKey).toBeUndefined();
  });

  it('takes a variable set to blanks as unset', () => {
    expect(readConfig({ NOVA_ACT_API_KEY: ' ', NOVA_ACT_HEADLESS: '' }).headless).toBeUndefined();
    expect(readConfig({ NOVA_ACT_API_KEY: ' ' }).apiKey).toBeUndefined();
  });

  it.each([
    ['1', true],
    ['TRUE', true],
    ['yes', true],
    ['y', true],
    ['n', false],
    [' True ', true],
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
    ['NOVA_ACT_HEADLESS', 'maybe', 'headless'],
    ['NOVA_ACT_CAPTURE_DOM', '2', 'captureDom'],
    ['NOVA_ACT_CLIENT_SOURCE', 'me', 'clientSource'],
    ['NOVA_ACT_BROWSER_ARGS', '["--proxy-server=u:SECRET@h", 1]', 'browserArgs'],
    ['NOVA_ACT_BROWSER_ARGS', '["--proxy-server=u:SECRET@h', 'browserArgs'],
  ] as const)('warns of %s=%s by name, and takes the default', (name, value, member) => {
    const { logger, said } = heard();
    expect(readConfig({ [name]: value }, logger)[member]).toEqual(readConfig({})[member]);
    expect(said).toHaveLength(1);
    expect(said.join()).toContain(`warn ${name}`);
    expect(said.join()).toContain('remedy');
    expect(said.join()).not.toContain('SECRET');
  });

  it.each([
    ['debug', 'debug'],
    ['INFO', 'info'],
    ['Warning', 'warn'],
    ['10', 'debug'],
    ['20', 'info'],
    ['30', 'warn'],
    ['40', 'error'],
    ['25', 'warn'],
    ['0', 'debug'],
    ['5', 'debug'],
    ['50', undefined],
    ['100', undefined],
    ['CRITICAL', undefined],
    ['silent', undefined],
    ['', undefined],
  ])('reads the level %j as %s, with Python’s names and numbers', (value, level) => {
    const { logger, said } = heard();
    expect(readConfig({ NOVA_ACT_LOG_LEVEL: value }, logger).logLevel).toBe(level);
    expect(said).toEqual([]);
  });

  it.each(['loud', '-1', '2.5', '20x'])('warns of the level %s, and goes on warning', (value) => {
    const { logger, said } = heard();
    expect(readConfig({ NOVA_ACT_LOG_LEVEL: value }, logger).logLevel).toBe('warn');
    expect(said.join()).toContain('NOVA_ACT_LOG_LEVEL is not a log level');
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
