import type { BrowserContext, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { ValidationError } from '../errors/index.js';
import type { BrowserOptions } from './browser-options.js';
import { sharedBrowser } from './open/share-browser.js';
import { checkBrowserOptions } from './validate-browser-options.js';

const stub = () => undefined;
const page = { context: stub, isClosed: stub, url: stub, evaluate: stub } as unknown as Page;
const context = { newPage: stub, pages: stub, newCDPSession: stub } as unknown as BrowserContext;

const cloud = { name: 'Cloud', open: stub as never };

describe('checkBrowserOptions', () => {
  it.each<BrowserOptions>([
    {},
    { headless: true, channel: 'chrome', startingPage: 'example.com' },
    { page, startingPage: 'about:blank', screen: { allowUntested: true } },
    { context, screen: { width: 1600, height: 900 } },
    { cdpEndpointUrl: 'wss://host/x', cdpHeaders: { authorization: 'x' } },
    { browser: sharedBrowser(), userAgent: 'Me/1', proxy: { server: 'http://p:1' } },
    { cdpEndpointUrl: async () => 'wss://host', cdpHeaders: () => ({}), cdpUsePage: 'existing' },
    { browser: cloud, screen: { width: 1500 }, userAgent: 'Me/1' },
    { page, userAgent: 'Me/1' },
    { userDataDir: '/profile', cloneUserDataDir: false, profileDirectory: 'Profile 1' },
    { proxy: { server: 'http://proxy:8080', username: 'u', password: 'p' } },
  ])('takes %o', (options) => {
    expect(() => checkBrowserOptions(options)).not.toThrow();
  });

  it.each<[BrowserOptions, string, string]>([
    [{ page: { goto: stub, browserContext: stub } as unknown as Page }, 'page', 'Playwright page'],
    [{ context: {} as BrowserContext }, 'context', 'Playwright context'],
    [{ page, context }, 'context', 'page'],
    [{ page, cdpEndpointUrl: 'http://h:1' }, 'cdpEndpointUrl', 'page'],
    [{ page, browser: sharedBrowser() }, 'browser', 'page'],
    [{ page, headless: true }, 'headless', 'page'],
    [{ page, proxy: { server: 'http://p:1' } }, 'proxy', 'page'],
    [{ page, userAgent: 'two\nlines' }, 'userAgent', 'one line'],
    [{ page, screen: { width: 1600 } }, 'screen', 'page'],
    [{ context, executablePath: '/x' }, 'executablePath', 'context'],
    [{ context, recordVideo: { directory: 'v' } }, 'recordVideo', 'context'],
    [{ cdpEndpointUrl: 'http://h:1', channel: 'chrome' }, 'channel', 'cdpEndpointUrl'],
    [{ cdpEndpointUrl: 'http://h:1', userDataDir: '/x' }, 'userDataDir', 'cdpEndpointUrl'],
    [{ browser: sharedBrowser(), headless: true }, 'headless', 'browser'],
    [{ profileDirectory: 'Profile 1' }, 'profileDirectory', 'userDataDir'],
    [{ cloneUserDataDir: true }, 'cloneUserDataDir', 'userDataDir'],
    [{ cdpHeaders: { a: 'b' } }, 'cdpHeaders', 'cdpEndpointUrl'],
    [{ cdpUsePage: 'existing' }, 'cdpUsePage', 'cdpEndpointUrl'],
    [
      { cdpEndpointUrl: 'ws://h', cdpUsePage: 'last' as 'new' },
      'cdpUsePage',
      "'existing' or 'new'",
    ],
    [
      { cdpEndpointUrl: 'ws://h', cdpUsePage: 'existing', screen: { width: 1600 } },
      'screen',
      'cdpUsePage',
    ],
    [
      { cdpEndpointUrl: 'ws://h', cdpHeaders: { a: 'secret\n' } },
      'cdpHeaders.a',
      'without line ends',
    ],
    [{ cdpEndpointUrl: 'ws://h', cdpHeaders: 'secret' as never }, 'cdpHeaders', 'names and texts'],
    [{ browser: {} as never }, 'browser', 'agentCoreBrowser()'],
    [{ browser: null as never }, 'browser', 'sharedBrowser()'],
    [{ browser: cloud, headless: true }, 'headless', 'browser'],
    [{ browser: cloud, recordVideo: { directory: 'v' } }, 'recordVideo', 'browser'],
    [{ browser: cloud, cdpEndpointUrl: 'ws://h' }, 'browser', 'cdpEndpointUrl'],
    [{ executablePath: '/x', channel: 'chrome' }, 'channel', 'executablePath'],
    [{ cdpEndpointUrl: 'localhost:9222' }, 'cdpEndpointUrl', 'http://host:port'],
    [{ startingPage: 'ftp://x' }, 'startingPage', 'http, https or about'],
    [{ goToUrlTimeoutMs: 0 }, 'goToUrlTimeoutMs', '1 to 600,000'],
    [{ goToUrlTimeoutMs: Number.NaN }, 'goToUrlTimeoutMs', 'NaN'],
    [{ proxy: { server: '' } }, 'proxy.server', 'missing'],
    [{ proxy: { server: 'http://u:secret@p:1' } }, 'proxy.server', 'proxy.username'],
    [{ proxy: { server: 'http://p:1', password: 'secret' } }, 'proxy.password', 'proxy.username'],
    [{ security: { allowedUrls: [''] } }, 'security.allowedUrls', 'not empty'],
    [{ settle: 'never' as 'events' }, 'settle', 'polling'],
    [{ settle: 'polling', followScheduling: true }, 'followScheduling', 'settle'],
  ])('refuses %o, naming the field and the way out', (options, field, remedy) => {
    let thrown: unknown;
    try {
      checkBrowserOptions(options);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ValidationError);
    expect(thrown).toMatchObject({ field });
    expect((thrown as Error).message).toContain(remedy);
    expect((thrown as Error).message).not.toContain('secret');
  });
});
