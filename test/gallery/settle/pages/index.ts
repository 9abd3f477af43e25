import type { SettlePage } from '../settle-page.js';
import { atOnce } from './at-once.js';
import { frames } from './frames.js';
import { idioms } from './idioms.js';
import { motion } from './motion.js';
import { navigation } from './navigation.js';
import { network } from './network.js';
import { strict } from './strict.js';
import { threads } from './threads.js';
import { timers } from './timers.js';

export const galleryPages: readonly SettlePage[] = [
  ...atOnce,
  ...network,
  ...timers,
  ...motion,
  ...threads,
  ...frames,
  ...navigation,
  ...strict,
  ...idioms,
];
