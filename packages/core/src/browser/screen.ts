import { ValidationError } from '../errors/index.js';
import type { Logger } from '../logger.js';
import type { ScreenOptions } from './browser-options.js';

export interface Size {
  width: number;
  height: number;
}

/** What a window has above its page: 1600×900 shows 1600×813. */
const WINDOW_TOP = 87;
const WINDOW: Size = { width: 1600, height: 900 };
const TUNED: Size = { width: 1600, height: 813 };
const TOLERANCE = 0.2;

/** The viewport of a window of that size. @throws ValidationError */
export function viewportOf(screen: ScreenOptions | undefined, logger: Logger): Size {
  const width = pixels('width', screen?.width);
  const height = Math.max(1, pixels('height', screen?.height) - WINDOW_TOP);
  checkViewport({ width, height }, screen?.allowUntested ?? false, logger, 'screen');
  return { width, height };
}

/** The window whose page has that size. */
export function windowOf({ width, height }: Size): Size {
  return { width, height: height + WINDOW_TOP };
}

/** The window where nothing else was asked for. */
export const DEFAULT_WINDOW = WINDOW;

function pixels(side: keyof Size, value: number | undefined): number {
  if (value === undefined) return WINDOW[side];
  if (Number.isInteger(value) && value >= 1) return value;
  throw new ValidationError('is not a whole number of pixels', {
    field: `screen.${side}`,
    value: typeof value === 'number' ? String(value) : value,
    remedy: 'Give the size of the window in CSS pixels, such as { width: 1600, height: 900 }.',
  });
}

/** Outside of what the model is tuned for: an error, or a warning when that was asked for. */
export function checkViewport(
  { width, height }: Size,
  allowUntested: boolean,
  logger: Logger,
  field: string,
): void {
  const fits = (value: number, tuned: number) => Math.abs(value - tuned) <= tuned * TOLERANCE;
  if (fits(width, TUNED.width) && fits(height, TUNED.height)) return;
  const problem = `gives a viewport of ${width}×${height}, outside of the 1600×813 ± 20 % that the model is tuned for`;
  if (allowUntested) {
    logger.warn(`${field} ${problem}`);
    return;
  }
  throw new ValidationError(problem, {
    field,
    remedy:
      'Use a window between 1280×738 and 1920×1062, or set screen.allowUntested to go on with a warning.',
  });
}
