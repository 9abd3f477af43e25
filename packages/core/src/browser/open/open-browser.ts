import type { Browser, BrowserContext, Page } from 'playwright';
import { preempt } from '../../deadline/pre-empt.js';
import { ValidationError } from '../../errors/index.js';
import type { BrowserOptions } from '../browser-options.js';
import { windowOf } from '../screen.js';
import type { SharedBrowser } from '../shared-browser.js';
import { borrowContext, borrowPage } from './attach.js';
import { attachOverCdp } from './attach-over-cdp.js';
import { browserError } from './browser-error.js';
import type { BrowserHold } from './browser-hold.js';
import { claim } from './claim.js';
import { cloneProfile, type ProfileCopy } from './clone-profile.js';
import { closeNow } from './close-now.js';
import { endpointSecrets } from './endpoint/endpoint-of.js';
import { contextOptions, launchBrowser, launchOnProfile } from './launch.js';
import { launchedBrowser } from './launched-browser.js';
import type { OpenInput } from './open-input.js';
import { openRemote } from './open-remote.js';
import { openWithin } from './open-within.js';
import { restoreSession } from './restore-session.js';
import {
  openSessionPage,
  PERSISTENT_SIZING,
  type Sizing,
  sizePages,
  windowSizeOf,
} from './session-page.js';
import { overrideUserAgent, versionOf } from './user-agent.js';

/** Opens or borrows what the options say. What was half open when it fails is closed again. */
export async function openBrowser(input: OpenInput): Promise<BrowserHold> {
  const { options } = input;
  try {
    const { page, context, cdpEndpointUrl, browser, userDataDir } = options;
    if (page) return await restored(borrowPage(page as Page, input.signal), input);
    if (context) return await restored(borrowContext(context as BrowserContext, input), input);
    if (cdpEndpointUrl !== undefined) return await restored(attachOverCdp(input), input);
    if (browser && 'acquire' in browser) return await openInShared(browser, input);
    if (browser) return await restored(openRemote(browser, input), input);
    if (userDataDir !== undefined) return await restored(launchWithProfile(input), input);
    return await launchOwn(input);
  } catch (error) {
    if (input.signal.aborted) throw input.signal.reason;
    if (options.recordVideo && /ffmpeg/.test(String(error))) throw noFfmpegError();
    throw browserError(error, secretsOf(options));
  }
}

/** With the saved session in it; a new context has that from its beginning. */
async function restored(opening: Promise<BrowserHold>, input: OpenInput): Promise<BrowserHold> {
  const hold = await opening;
  const { saved } = input;
  if (!saved) return hold;
  const giveBack = (limit: AbortSignal) => Promise.all([hold.release(limit), hold.end?.(limit)]);
  const step = hold.end ? 'end-remote-browser' : 'close-browser';
  await openWithin(() => restoreSession(hold.context, saved, input), giveBack, input, step);
  return hold;
}

function noFfmpegError(): ValidationError {
  return new ValidationError("needs Playwright's ffmpeg, which is not there", {
    field: 'recordVideo',
    remedy: 'Run: npx playwright install ffmpeg',
  });
}

function secretsOf(options: BrowserOptions): string[] {
  const { password } = options.proxy ?? {};
  return [...(password ? [password] : []), ...endpointSecrets(options)];
}

async function launchOwn(input: OpenInput): Promise<BrowserHold> {
  const { options, config, viewport, clock, signal } = input;
  const asked = windowOf(viewport);
  const launching = launchBrowser(options, asked, config);
  const { browser, close } = await claim(
    launching,
    (opened) => closeNow(opened.close, clock),
    signal,
    input.late,
  );
  const open = async () => {
    const { product, userAgent } = await versionOf(browser);
    const windowSize = windowSizeOf(product, asked);
    const { context, page } = await openSessionPage({ viewport, windowSize }, (sizing) =>
      newContext(browser, input, sizing, options.userAgent ?? userAgent),
    );
    return hold(context, page, true, close);
  };
  return openWithin(open, close, input);
}

async function openInShared(shared: SharedBrowser, input: OpenInput): Promise<BrowserHold> {
  const { options, viewport, clock, signal } = input;
  const acquiring = shared.acquire();
  const { browser, userAgent, windowSize, release } = await claim(
    acquiring,
    (shared) => closeNow(shared.release, clock),
    signal,
    input.late,
  );
  const contexts: BrowserContext[] = [];
  const close = async (limit: AbortSignal) => {
    try {
      await preempt(Promise.all(contexts.map((context) => context.close())), limit);
    } finally {
      await release(limit);
    }
  };
  const open = async () => {
    const { context, page } = await openSessionPage({ viewport, windowSize }, async (sizing) => {
      const made = await newContext(browser, input, sizing, options.userAgent ?? userAgent);
      contexts.push(made);
      if (signal.aborted) await made.close();
      return made;
    });
    return hold(context, page, false, close);
  };
  return openWithin(open, close, input);
}

async function newContext(
  browser: Browser,
  { options, viewport, signal, saved }: OpenInput,
  sizing: Sizing,
  userAgent: string,
): Promise<BrowserContext> {
  const state = await saved?.load(signal);
  const made = contextOptions(options, sizing, viewport, userAgent);
  return browser.newContext(state ? { ...made, storageState: state } : made);
}

async function launchWithProfile(input: OpenInput): Promise<BrowserHold> {
  const { options, viewport, config, clock, signal } = input;
  const given = options.userDataDir as string;
  const copying =
    (options.cloneUserDataDir ?? true) ? cloneProfile(given, options.profileDirectory) : undefined;
  const copy = await claim(
    Promise.resolve(copying),
    async (made) => made?.remove(),
    signal,
    input.late,
  );
  const { profileDirectory: profile, browserArgs = [] } = options;
  const choice = profile
    ? { ...options, browserArgs: [...browserArgs, `--profile-directory=${profile}`] }
    : options;
  const launching = launchOnProfile(
    copy?.directory ?? given,
    choice,
    windowOf(viewport),
    contextOptions(options, PERSISTENT_SIZING, viewport, options.userAgent),
    config,
  );
  const launched = launching.then((context) => ({ context, close: closerOf(context, copy) }));
  let opened: Awaited<typeof launched>;
  try {
    opened = await claim(launched, ({ close }) => closeNow(close, clock), signal, input.late);
  } catch (error) {
    if (!signal.aborted) await copy?.remove();
    throw error;
  }
  const { context, close } = opened;
  const open = async () => {
    if (options.userAgent === undefined) await overrideUserAgent(context);
    const page = context.pages()[0] ?? (await context.newPage());
    await sizePages(context, page, viewport);
    return hold(context, page, true, close);
  };
  return openWithin(open, close, input);
}

/** Closes a browser on a profile, and removes the copy that the profile was. */
function closerOf(context: BrowserContext, copy: ProfileCopy | undefined): BrowserHold['release'] {
  const browser = context.browser();
  const close = async () => {
    try {
      await context.close();
    } finally {
      await copy?.remove();
    }
  };
  return browser ? launchedBrowser(browser, close).close : close;
}

function hold(
  context: BrowserContext,
  page: BrowserHold['page'],
  ownsBrowser: boolean,
  release: BrowserHold['release'],
): BrowserHold {
  return { context, page, ownsContext: true, ownsBrowser, borrowedPage: false, release };
}
