import type { Page } from 'playwright';
import { BROWSER_ARGS, browserExecutable, chromiumEnv } from '../../../../test/support/chromium.js';
import type { Actuator, Box } from '../../src/browser/actuator.js';
import type { BrowserOptions } from '../../src/browser/browser-options.js';
import { createPlaywrightActuator } from '../../src/browser/playwright-actuator.js';
import { type Config, readConfig } from '../../src/config.js';
import { silentLogger } from '../../src/logger.js';

export { BROWSER_ARGS as TEST_BROWSER_ARGS, browserExecutable };

/** The environment of the tests: a browser without a window, from where the machine has one. */
export function testConfig(): Config {
  return readConfig(chromiumEnv());
}

export interface TestHand {
  actuator: Actuator;
  readonly page: Page;
  signal: AbortSignal;
  boxOf(selector: string): Promise<Box>;
}

/** A started browser hand, for a whole test file. */
export async function openHand(options: BrowserOptions = {}): Promise<TestHand> {
  const actuator = createPlaywrightActuator(options, testConfig(), silentLogger);
  const { signal } = new AbortController();
  await actuator.start(signal);
  const currentPage = (): Page => {
    if (!actuator.page) throw new Error('The hand has no page');
    return actuator.page;
  };
  return {
    actuator,
    signal,
    get page() {
      return currentPage();
    },
    async boxOf(selector) {
      return boxOf(currentPage(), selector);
    },
  };
}

/** The box of an element as a model would give it: whole pixels around it, inside the viewport. */
export async function boxOf(page: Page, selector: string): Promise<Box> {
  const rect = await page.locator(selector).first().boundingBox({ timeout: 5_000 });
  if (!rect) throw new Error(`${selector} has no box`);
  return {
    left: Math.floor(rect.x),
    top: Math.floor(rect.y),
    right: Math.ceil(rect.x + rect.width),
    bottom: Math.ceil(rect.y + rect.height),
  };
}
