// What `@nova-act/workflow` needs of this package, and programs do not.
export { bindContext, runInWorkflow, tryGetWorkflow } from './context.js';
export { preempt } from './deadline/pre-empt.js';
export { suppress } from './errors/index.js';
