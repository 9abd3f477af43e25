import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright';
import { BROWSER_ARGS, launchOptions } from '../support/chromium.js';

export interface RunningBrowser extends AsyncDisposable {
  /** Where its DevTools are. */
  readonly url: string;
  /** Its own context, as who launched it has it. */
  readonly context: BrowserContext;
}

/** A browser that somebody else has launched, to connect to over CDP. */
export async function runningBrowser(): Promise<RunningBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'nova-act-test-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    args: [...BROWSER_ARGS, '--remote-debugging-port=0'],
  });
  const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  return {
    url: `http://127.0.0.1:${port}`,
    context,
    async [Symbol.asyncDispose]() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
