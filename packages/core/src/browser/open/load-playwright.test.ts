import type { BrowserType } from 'playwright';
import { describe, expect, it } from 'vitest';
import { loadChromium } from './load-playwright.js';

const chromium = {} as BrowserType;
const fails = (message: string, code?: string) => () =>
  Promise.reject(Object.assign(new Error(message), code ? { code } : {}));
const absent = (name: string) =>
  fails(`Cannot find package '${name}' imported from /app/index.js`, 'ERR_MODULE_NOT_FOUND');
const required = (name: string) =>
  fails(`Cannot find module '${name}'\nRequire stack:\n- /app/playwright.js`, 'MODULE_NOT_FOUND');
const found = () => Promise.resolve({ chromium });

describe('Playwright', () => {
  it('is `playwright`, or `playwright-core` where that alone is installed', async () => {
    const never = fails('asked in vain');
    expect(await loadChromium({ playwright: found, 'playwright-core': never })).toBe(chromium);
    for (const missing of [absent, required]) {
      const ways = { playwright: missing('playwright'), 'playwright-core': found };
      expect(await loadChromium(ways)).toBe(chromium);
    }
  });

  it('is said not to be installed where neither is', async () => {
    const ways = {
      playwright: absent('playwright'),
      'playwright-core': absent('playwright-core'),
    };
    await expect(loadChromium(ways)).rejects.toMatchObject({
      field: 'playwright',
      message: expect.stringMatching(
        /^playwright: is not installed\..*npm install playwright.*npm install playwright-core/,
      ),
      cause: { code: 'ERR_MODULE_NOT_FOUND' },
    });
  });

  it.each([
    ['its files', required('/app/browsers.json')],
    ['its manifest', required('../package.json')],
    ['what it needs', absent('playwright-core')],
    ['`require`', fails('Dynamic require of "os" is not supported')],
  ])('is said to be in a bundle, and what to do, where it lacks %s', async (_what, broken) => {
    const ways = { playwright: broken, 'playwright-core': found };
    await expect(loadChromium(ways)).rejects.toMatchObject({
      field: 'playwright',
      message: expect.stringMatching(
        /is there and cannot be loaded: (?:Cannot find|Dynamic require).*--external:playwright/,
      ),
    });
  });
});
