import type { Logger } from '../../logger.js';
import type { Boundary } from '../boundary/boundary.js';
import type { BrowserOptions } from '../browser-options.js';
import type { SessionKeeper } from '../browser-session/session-keeper.js';
import { contextIsThereAlready } from '../context-source.js';
import type { Downloads } from '../downloads/downloads.js';
import { headerRules } from '../headers/header-rules.js';
import type { MaskSource } from '../masks/mask-rules.js';
import type { PageProblems } from '../problems/page-problems.js';
import { addressRules } from './address-rules.js';
import { borrowedSize } from './borrowed-size.js';
import { extraHeaders } from './extra-headers.js';
import { keptDownloads } from './kept-downloads.js';
import { maskedLooks } from './masked-looks.js';
import { openingTabs } from './opening-tabs.js';
import { ownUserAgent } from './own-user-agent.js';
import { pageProblems } from './page-problems.js';
import type { Resident } from './resident.js';
import { savedSession } from './saved-session.js';
import { surroundings } from './surroundings.js';

/** What residents share with the hand. */
export interface ResidentsInput {
  readonly boundary: Boundary;
  readonly downloads: Downloads;
  readonly problems: PageProblems;
  readonly logger: Logger;
  readonly masks: MaskSource;
  readonly saved: SessionKeeper | undefined;
}

/** Who lives in the browser of a session, by its options; in the order in which they are asked. */
export function residentsOf(
  options: BrowserOptions,
  { boundary, downloads, problems, logger, masks, saved }: ResidentsInput,
): Resident[] {
  const rules = headerRules(options.extraHeaders);
  const userAgent = contextIsThereAlready(options) ? options.userAgent : undefined;
  return [
    borrowedSize(options.screen?.allowUntested ?? false, logger),
    addressRules(boundary),
    surroundings(options),
    ...(userAgent === undefined ? [] : [ownUserAgent(userAgent)]),
    ...(rules.length > 0 ? [extraHeaders(rules)] : []),
    keptDownloads(downloads),
    maskedLooks(masks, logger),
    pageProblems(problems),
    ...(options.popups === 'stay' ? [] : [openingTabs()]),
    ...(saved ? [savedSession(saved)] : []),
  ];
}
