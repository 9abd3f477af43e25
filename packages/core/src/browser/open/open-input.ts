import type { Config } from '../../config.js';
import type { Clock } from '../../deadline/clock.js';
import type { Logger } from '../../logger.js';
import type { BrowserOptions } from '../browser-options.js';
import type { SessionKeeper } from '../browser-session/session-keeper.js';
import type { Size } from '../screen.js';

export interface OpenInput {
  readonly options: BrowserOptions;
  readonly viewport: Size;
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Restored into what is opened or borrowed. */
  readonly saved?: SessionKeeper | undefined;
  readonly signal: AbortSignal;
  /** Hears of what is closed after the signal was aborted. */
  late(closing: Promise<unknown>): void;
}
