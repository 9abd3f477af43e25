import { ValidationError } from '../errors/index.js';
import { checkUrl } from './boundary/check-url.js';
import { uploadRules } from './boundary/upload-rules.js';
import { urlRulesOf } from './boundary/url-rules-of.js';
import type { BrowserOptions, SecurityOptions } from './browser-options.js';
import { checkBrowserSession } from './browser-session/check-browser-session.js';
import { checkAttachment, checkBrowser } from './check-attachment.js';
import { checkNavigationTimeout } from './check-navigation-timeout.js';
import { contextIsThereAlready } from './context-source.js';
import { checkDownloads } from './downloads/check-downloads.js';
import { checkExtraHeaders } from './headers/check-extra-headers.js';
import { checkMask } from './masks/check-mask.js';
import { checkSurroundings } from './surroundings/check-surroundings.js';
import { checkUserAgent } from './user-agent/check-user-agent.js';

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
  'systemKeychain',
] as const;
/** Options of a new context: they come too late for one that is there already. */
const CONTEXT_ONLY = ['proxy', 'recordVideo', 'ignoreHttpsErrors'] as const;

/** What contradicts itself or cannot be followed. @throws ValidationError */
export function checkBrowserOptions(options: BrowserOptions): void {
  checkBrowser(options);
  const source = oneSource(options);
  if (source) {
    refuse(options, LAUNCH_ONLY, source);
    if (contextIsThereAlready(options)) refuse(options, CONTEXT_ONLY, source);
    if (source === 'page' || options.cdpUsePage === 'existing') {
      refuse(options, ['screen'], source === 'page' ? source : 'cdpUsePage', 'allowUntested');
    }
  }
  if (options.userDataDir === undefined) {
    refuseWithout(
      options,
      ['cloneUserDataDir', 'profileDirectory', 'systemKeychain'],
      'userDataDir',
    );
  }
  if (options.cdpEndpointUrl === undefined) {
    refuseWithout(options, ['cdpHeaders', 'cdpUsePage'], 'cdpEndpointUrl');
  } else {
    checkAttachment(options);
  }
  checkSurroundings(options);
  checkExtraHeaders(options);
  checkDownloads(options);
  checkUserAgent(options.userAgent);
  if (options.executablePath !== undefined && options.channel !== undefined) {
    throw conflict('channel', 'executablePath');
  }
  checkProxy(options);
  checkBrowserSession(options.browserSession);
  checkNavigationTimeout('goToUrlTimeoutMs', options.goToUrlTimeoutMs);
  for (const field of ['allowedUrls', 'blockedUrls', 'allowedFileUploadPaths'] as const) {
    checkTexts(`security.${field}`, options.security?.[field]);
  }
  checkRules(options.security ?? {});
  if (options.startingPage !== undefined) {
    checkUrl(options.startingPage, 'startingPage', options.security);
  }
  checkTexts('browserArgs', options.browserArgs);
  checkMask(options.mask);
  if (options.settle !== undefined && !['events', 'polling'].includes(options.settle)) {
    throw new ValidationError('is not a way to settle', {
      field: 'settle',
      value: options.settle,
      remedy: "Use 'events' or 'polling'.",
    });
  }
  const { popups } = options;
  if (
    popups !== undefined &&
    typeof popups !== 'function' &&
    !['follow', 'stay'].includes(popups)
  ) {
    throw new ValidationError('is not what can become of a popup', {
      field: 'popups',
      value: String(popups),
      remedy: "Use 'follow', 'stay', or a function that gives one of them.",
    });
  }
  if (options.followScheduling !== undefined && options.settle === 'polling') {
    throw conflict('followScheduling', 'settle');
  }
  checkPlaywright('page', options.page, ['context', 'isClosed', 'url', 'evaluate']);
  checkPlaywright('context', options.context, ['newPage', 'pages', 'newCDPSession']);
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

/** A page of Puppeteer's, say, has another shape. */
function checkPlaywright(field: string, value: unknown, methods: readonly string[]): void {
  if (value === undefined) return;
  const members = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  if (methods.every((name) => typeof members[name] === 'function')) return;
  throw new ValidationError(`is not a ${field} of Playwright's`, {
    field,
    remedy: `Pass a Playwright ${field} of Chromium's.`,
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

function checkRules(security: SecurityOptions): void {
  urlRulesOf(security);
  uploadRules(security.allowedFileUploadPaths ?? []);
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
