import type { Soak } from '../frame/soak.js';
import { type Onslaught, onslaughts } from './onslaught.js';
import { runOnslaught } from './run-onslaught.js';

/** Random requests to the local service, on both surfaces and its pages, while two clients use it. */
export const requests: Soak<Onslaught> = {
  name: 'requests',
  noun: 'onslaughts',
  defaultCount: 1_000,
  together: 4,
  cases: onslaughts,
  run: runOnslaught,
};
