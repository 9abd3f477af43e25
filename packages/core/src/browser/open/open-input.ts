import type { Config } from '../../config.js';
import type { BrowserOptions } from '../browser-options.js';
import type { Size } from '../screen.js';

export interface OpenInput {
  readonly options: BrowserOptions;
  readonly viewport: Size;
  readonly config: Config;
  readonly signal: AbortSignal;
  /** Hears of what is closed after the signal was aborted. */
  late(closing: Promise<unknown>): void;
}
