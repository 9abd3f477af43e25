import { asActError, withoutRedirect } from '../act/as-act-error.js';
import type { Actuator } from '../browser/actuator.js';
import type { Clock } from '../deadline/clock.js';
import { preempt } from '../deadline/pre-empt.js';
import { timeLimit } from '../deadline/time-limit.js';
import { ActActuationError, ValidationError } from '../errors/index.js';
import { type KnownOptions, knownOptions } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';

/** What a picture is to show. */
export interface ScreenshotOptions {
  /**
   * The whole page, and not only what is in view: at most 16,384 pixels of its height. The page's window is
   * as high as the page meanwhile, which it notices. Default false.
   */
  fullPage?: boolean | undefined;
  /** Ends the wait; the promise rejects with its reason. */
  signal?: AbortSignal | undefined;
}

const OPTIONS: KnownOptions = knownOptions<ScreenshotOptions>(
  'screenshot()',
  { fullPage: true, signal: true },
  {
    type: 'Leave it out: the picture is a JPEG. nova.page.screenshot() has others, and nothing in them is masked.',
    path: 'Leave it out: write what screenshot() gives.',
    mask: 'It is an option of NovaAct.',
  },
);

/** A page that draws nothing for so long draws nothing. */
const TIMEOUT_MS = 30_000;

/** @throws ValidationError */
export function checkScreenshotOptions(options: ScreenshotOptions): void {
  refuseUnknown(options, OPTIONS);
  const { fullPage } = options;
  if (fullPage === undefined || typeof fullPage === 'boolean') return;
  throw new ValidationError('is neither true nor false', {
    field: 'fullPage',
    value: fullPage,
    remedy: 'Give true for the whole page.',
  });
}

/** A JPEG of the page in front, with what is masked painted over. @throws ActActuationError */
export async function takeScreenshot(
  actuator: Actuator,
  { fullPage = false }: ScreenshotOptions,
  signal: AbortSignal,
  clock: Clock,
): Promise<Buffer> {
  const limit = timeLimit(
    TIMEOUT_MS,
    signal,
    clock,
    () => new ActActuationError(`The page gave no picture within ${TIMEOUT_MS} ms`),
  );
  try {
    limit.signal.throwIfAborted();
    const picture = await preempt(pictureOf(actuator, fullPage, limit.signal), limit.signal);
    return Buffer.from(picture, 'base64');
  } catch (error) {
    if (error instanceof ValidationError) throw error;
    throw withoutRedirect(asActError(error, limit.signal, 'screenshot'));
  } finally {
    limit.close();
  }
}

async function pictureOf(
  actuator: Actuator,
  fullPage: boolean,
  signal: AbortSignal,
): Promise<string> {
  if (actuator.screenshot) return actuator.screenshot({ fullPage }, signal);
  if (fullPage) {
    throw new ValidationError('is more than this `actuator` can do', {
      field: 'fullPage',
      remedy: 'Leave it out, or give the actuator a method `screenshot`.',
    });
  }
  const { screenshotBase64 } = await actuator.observe(signal);
  return screenshotBase64.slice(screenshotBase64.indexOf(',') + 1);
}
