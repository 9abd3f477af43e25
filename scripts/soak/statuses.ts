// Whatever is lost, delayed, aborted or thrown, every status on record is true, and what the caller was
// told is what is on record:
//   npm run soak -- statuses [2000] [--seed n] [--only seed]
import { soakMain } from './frame/soak-main.js';
import { statuses } from './statuses/statuses.js';

await soakMain(statuses);
