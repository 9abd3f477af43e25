import type { Config } from '../config.js';
import type { Clock } from '../deadline/clock.js';
import type { Logger } from '../logger.js';
import type { BrowserRecorder } from './actuator.js';
import type { Boundary } from './boundary/boundary.js';
import type { BrowserOptions } from './browser-options.js';
import type { SessionKeeper } from './browser-session/session-keeper.js';
import type { Downloads } from './downloads/downloads.js';
import type { MaskSource } from './masks/mask-rules.js';
import type { PageProblems } from './problems/page-problems.js';
import type { Resident } from './residents/resident.js';
import type { Size } from './screen.js';
import type { DialogPolicy } from './tabs/dialogs.js';

export interface BrowserHandInput {
  readonly options: BrowserOptions;
  readonly config: Config;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly viewport: Size;
  readonly dialogPolicy: DialogPolicy;
  readonly boundary: Boundary;
  /** The session that was saved, to be restored and saved again. */
  readonly saved?: SessionKeeper | undefined;
  readonly downloads: Downloads;
  readonly masks: MaskSource;
  readonly problems: PageProblems;
  readonly recorder?: BrowserRecorder | undefined;
  /** Who lives in the browser beside the hand. */
  readonly residents: readonly Resident[];
}
