// `npm run soak` lists the soaks, `npm run soak -- <name> [count] [--seed n]` runs one,
// `npm run soak -- <name> --only <seed>` one case of it, `npm run soak -- all` all of them.
import { runNamed } from './run-named.mjs';

await runNamed({ command: 'soak', title: 'Soak' });
