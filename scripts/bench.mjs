// `npm run bench` lists the benchmarks, `npm run bench -- <name> [arguments]` runs one,
// `npm run bench -- all` runs them one after the other.
import { runNamed } from './run-named.mjs';

await runNamed({ command: 'bench', title: 'Benchmark' });
