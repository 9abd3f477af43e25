import { inPageLimits } from '../limits.js';
import { followScheduling } from './follow-scheduling.js';
import { observeDocument } from './observe-document.js';

// Bundlers that keep function names call a helper of this name inside the functions they print.
const helpers = 'const __name = (fn) => fn;';

const call = (fn: (limits: typeof inPageLimits) => unknown) =>
  `(() => { ${helpers} return (${fn.toString()})(${JSON.stringify(inPageLimits)}); })()`;

/** For an isolated world, where a global is nobody else's business. */
export const observerSource = (name: string): string =>
  `globalThis.${name} ??= ${call(observeDocument)};`;

/**
 * For the page's own world. A top-level `let` can be reached by who knows its name, but is no
 * property of `window`: the page cannot list it, and the name is random.
 */
export const schedulingSource = (name: string): string =>
  `let ${name} = ${call(followScheduling)};`;
