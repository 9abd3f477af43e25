import type { BrowserContext, BrowserContextOptions } from 'playwright';
import { ValidationError } from '../../errors/index.js';
import type { BrowserOptions } from '../browser-options.js';
import { attachOverCdp, borrowContext, borrowPage } from './attach.js';
import type { BrowserHold } from './browser-hold.js';
import { claim } from './claim.js';
import { cloneProfile } from './clone-profile.js';
import { contextOptions, launchBrowser, launchOnProfile } from './launch.js';
import type { OpenInput } from './open-input.js';
import { sealedError } from './sealed-error.js';
import { overrideUserAgent, userAgentOf } from './user-agent.js';

/** Opens or borrows what the options say. What was half open when it fails is closed again. */
export async function openBrowser(input: OpenInput): Promise<BrowserHold> {
  const { options } = input;
  try {
    if (options.page) return borrowPage(options.page);
    if (options.context) return await borrowContext(options.context, input);
    if (options.cdpEndpointUrl !== undefined) return await attachOverCdp(input);
    if (options.browser) return await openInShared(input);
    if (options.userDataDir !== undefined) return await launchWithProfile(input);
    return await launchOwn(input);
  } catch (error) {
    if (input.signal.aborted) throw input.signal.reason;
    if (options.recordVideo && /ffmpeg/.test(String(error))) throw noFfmpegError();
    throw sealedError(error, secretsOf(options));
  }
}

function noFfmpegError(): ValidationError {
  return new ValidationError("needs Playwright's ffmpeg, which is not there", {
    field: 'recordVideo',
    remedy: 'Run: npx playwright install ffmpeg',
  });
}

function secretsOf({ proxy, cdpHeaders, cdpEndpointUrl }: BrowserOptions): string[] {
  return [
    ...(proxy?.password ? [proxy.password] : []),
    ...Object.values(cdpHeaders ?? {}),
    // Its path and query may be the key to the browser.
    ...(cdpEndpointUrl ? [cdpEndpointUrl] : []),
  ];
}

async function launchOwn(input: OpenInput): Promise<BrowserHold> {
  const { options, config, signal } = input;
  const launching = launchBrowser(options, config);
  const browser = await claim(launching, (opened) => opened.close(), signal, input.late);
  try {
    const userAgent = options.userAgent ?? (await userAgentOf(browser));
    const context = await newContext(input, userAgent, (made) => browser.newContext(made));
    const page = await context.newPage();
    signal.throwIfAborted();
    return hold(context, page, () => browser.close());
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function openInShared(input: OpenInput): Promise<BrowserHold> {
  const { options, signal } = input;
  const acquiring = (options.browser as NonNullable<BrowserOptions['browser']>).acquire();
  const { browser, userAgent, release } = await claim(
    acquiring,
    (shared) => shared.release(),
    signal,
    input.late,
  );
  try {
    const agent = options.userAgent ?? userAgent;
    const context = await newContext(input, agent, (made) => browser.newContext(made));
    const page = await context.newPage();
    signal.throwIfAborted();
    return hold(context, page, async () => {
      try {
        await context.close();
      } finally {
        await release();
      }
    });
  } catch (error) {
    await release();
    throw error;
  }
}

async function newContext(
  { options, viewport, signal }: OpenInput,
  userAgent: string,
  make: (made: BrowserContextOptions) => Promise<BrowserContext>,
): Promise<BrowserContext> {
  const state = await options.browserSession?.load(signal);
  const made = contextOptions(options, viewport, userAgent);
  return make(state ? { ...made, storageState: state } : made);
}

async function launchWithProfile(input: OpenInput): Promise<BrowserHold> {
  const { options, viewport, config, signal } = input;
  const given = options.userDataDir as string;
  const copy = (options.cloneUserDataDir ?? true) ? await cloneProfile(given) : undefined;
  if (signal.aborted) {
    await copy?.remove();
    throw signal.reason;
  }
  const { profileDirectory: profile, browserArgs = [] } = options;
  const choice = profile
    ? { ...options, browserArgs: [...browserArgs, `--profile-directory=${profile}`] }
    : options;
  const launching = launchOnProfile(
    copy?.directory ?? given,
    choice,
    contextOptions(options, viewport, options.userAgent),
    config,
  );
  const close = async (context: BrowserContext) => {
    try {
      await context.close();
    } finally {
      await copy?.remove();
    }
  };
  let context: BrowserContext;
  try {
    context = await claim(launching, close, signal, input.late);
  } catch (error) {
    if (!signal.aborted) await copy?.remove();
    throw error;
  }
  try {
    if (options.userAgent === undefined) await overrideUserAgent(context);
    const page = context.pages()[0] ?? (await context.newPage());
    signal.throwIfAborted();
    return hold(context, page, () => close(context));
  } catch (error) {
    await close(context);
    throw error;
  }
}

function hold(
  context: BrowserContext,
  page: BrowserHold['page'],
  release: () => Promise<void>,
): BrowserHold {
  return { context, page, ownsContext: true, borrowedPage: false, release };
}
