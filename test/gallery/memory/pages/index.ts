import type { MemoryPair } from '../memory-pair.js';
import { ends } from './ends.js';
import { lists } from './lists.js';
import { names } from './names.js';
import { places } from './places.js';
import { states } from './states.js';
import { texts } from './texts.js';

export const memoryPairs: readonly MemoryPair[] = [
  ...lists,
  ...names,
  ...states,
  ...places,
  ...texts,
  ...ends,
];
