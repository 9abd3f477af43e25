// Whatever the service answers a step, an act ends: with a right result or an error of ours that can be
// read, its status on record, and nothing else in the process touched:
//   npm run soak -- answers [5000] [--seed n] [--only seed]
import { answers } from './answers/answers.js';
import { soakMain } from './frame/soak-main.js';

await soakMain(answers);
