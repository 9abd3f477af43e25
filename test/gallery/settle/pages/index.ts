import type { SettlePage } from '../settle-page.js';
import { atOnce } from './at-once.js';
import { confirmations } from './confirmations.js';
import { frames } from './frames.js';
import { frameworkPages } from './frameworks.js';
import { idioms } from './idioms.js';
import { motion } from './motion.js';
import { navigation } from './navigation.js';
import { neighbours } from './neighbours.js';
import { network } from './network.js';
import { reports } from './reports.js';
import { sharedTimerPages } from './shared-timers.js';
import { streams } from './streams.js';
import { strict } from './strict.js';
import { threads } from './threads.js';
import { timers } from './timers.js';
import { work } from './work.js';

/** The pages that are written out; the others are bundled first, from real libraries. */
export const writtenPages: readonly SettlePage[] = [
  ...atOnce,
  ...network,
  ...streams,
  ...reports,
  ...timers,
  ...confirmations,
  ...motion,
  ...threads,
  ...work,
  ...frames,
  ...navigation,
  ...strict,
  ...idioms,
  ...neighbours,
];

/** All pages of the gallery. */
export const galleryPages = async (): Promise<readonly SettlePage[]> => [
  ...writtenPages,
  ...(await frameworkPages()),
  ...(await sharedTimerPages()),
];
