// Runs a TypeScript file in a worker thread. Threads of Node 20 do not take over the loader that the
// main thread has; of a compiled program the file itself would be given to `new Worker`.
import { register } from 'tsx/esm/api';

register();
const { default: task } = await import(process.argv[2]);

/** What piscina calls with each task. */
export default task;
