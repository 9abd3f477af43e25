import { ValidationError } from '../errors/index.js';
import { redactUrl } from '../errors/redact-url.js';
import type { BrowserOptions } from './browser-options.js';
import { checkUrl } from './url-rules.js';

/** The four ways to a browser; without any of them one is launched. */
const SOURCES = ['page', 'context', 'cdpEndpointUrl', 'browser'] as const;
type Source = (typeof SOURCES)[number];

/** Options that only a browser launched for this session can follow. */
const LAUNCH_ONLY = [
  'headless',
  'channel',
  'executablePath',
  'browserArgs',
  'userDataDir',
  'cloneUserDataDir',
  'profileDirectory',
] as const;
/** Options of a new context: they come too late for one that is there already. */
const CONTEXT_ONLY = [
  'userAgent',
  'proxy',
  'recordVideo',
  'ignoreHttpsErrors',
  'browserSession',
] as const;

/** What contradicts itself or cannot be followed. @throws ValidationError */
export function checkBrowserOptions(options: BrowserOptions): void {
  const source = oneSource(options);
  if (source) {
    refuse(options, LAUNCH_ONLY, source);
    if (source !== 'browser') refuse(options, CONTEXT_ONLY, source);
    if (source === 'page') refuse(options, ['screen'], source, 'allowUntested');
  }
  if (options.userDataDir === undefined) {
    refuseWithout(options, ['cloneUserDataDir', 'profileDirectory'], 'userDataDir');
  } else {
    refuse(options, ['browserSession'], 'userDataDir');
  }
  if (options.cdpEndpointUrl === undefined) {
    refuseWithout(options, ['cdpHeaders'], 'cdpEndpointUrl');
  } else {
    checkEndpoint(options.cdpEndpointUrl);
  }
  if (options.executablePath !== undefined && options.channel !== undefined) {
    throw conflict('channel', 'executablePath');
  }
  if (options.startingPage !== undefined) {
    checkUrl(options.startingPage, 'startingPage', options.security);
  }
  checkProxy(options);
  checkTimeout(options.goToUrlTimeoutMs);
  for (const field of ['allowedUrls', 'blockedUrls', 'allowedFileUploadPaths'] as const) {
    checkTexts(`security.${field}`, options.security?.[field]);
  }
  checkTexts('browserArgs', options.browserArgs);
  if (options.settle !== undefined && !['events', 'polling'].includes(options.settle)) {
    throw new ValidationError('is not a way to settle', {
      field: 'settle',
      value: options.settle,
      remedy: "Use 'events' or 'polling'.",
    });
  }
  if (options.followScheduling !== undefined && options.settle === 'polling') {
    throw conflict('followScheduling', 'settle');
  }
}

function oneSource(options: BrowserOptions): Source | undefined {
  const [first, second] = SOURCES.filter((name) => options[name] !== undefined);
  if (first && second) throw conflict(second, first);
  return first;
}

function refuse(
  options: BrowserOptions,
  names: readonly (keyof BrowserOptions)[],
  beside: string,
  except?: string,
): void {
  for (const name of names) {
    const value = options[name];
    if (value === undefined) continue;
    if (except && typeof value === 'object' && Object.keys(value).join() === except) continue;
    throw conflict(name, beside);
  }
}

function refuseWithout(
  options: BrowserOptions,
  names: readonly (keyof BrowserOptions)[],
  needed: string,
): void {
  for (const name of names) {
    if (options[name] === undefined) continue;
    throw new ValidationError(`means nothing without ${needed}`, {
      field: name,
      remedy: `Give ${needed} as well, or leave ${name} out.`,
    });
  }
}

function conflict(field: string, other: string): ValidationError {
  return new ValidationError(`cannot be given together with ${other}`, {
    field,
    remedy: `Leave out either ${field} or ${other}.`,
  });
}

function checkEndpoint(url: string): void {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (['http:', 'https:', 'ws:', 'wss:'].includes(protocol)) return;
  throw new ValidationError('is not an address of a browser', {
    field: 'cdpEndpointUrl',
    value: redactUrl(String(url)),
    remedy: 'Give http://host:port or ws://host:port/….',
  });
}

function checkProxy({ proxy }: BrowserOptions): void {
  if (proxy === undefined) return;
  const { server } = proxy;
  if (typeof server !== 'string' || server.trim() === '') {
    throw new ValidationError('is missing', {
      field: 'proxy.server',
      remedy: 'Give http://host:port, https://host:port or socks5://host:port.',
    });
  }
  if (server.includes('@')) {
    throw new ValidationError('holds a user name or password', {
      field: 'proxy.server',
      remedy: 'Give them as proxy.username and proxy.password.',
    });
  }
  if (proxy.password !== undefined && proxy.username === undefined) {
    throw new ValidationError('is given without a user name', {
      field: 'proxy.password',
      remedy: 'Give proxy.username as well.',
    });
  }
}

function checkTimeout(value: number | undefined): void {
  if (value === undefined || (Number.isInteger(value) && value >= 1 && value <= 600_000)) return;
  throw new ValidationError('is out of range', {
    field: 'goToUrlTimeoutMs',
    value: String(value),
    remedy: 'Give a whole number of milliseconds from 1 to 600,000.',
  });
}

function checkTexts(field: string, value: readonly string[] | undefined): void {
  if (value === undefined) return;
  const texts = Array.isArray(value) && value.every((item) => typeof item === 'string' && item);
  if (texts) return;
  throw new ValidationError('is not a list of texts', {
    field,
    remedy: 'Give an array of texts that are not empty.',
  });
}
