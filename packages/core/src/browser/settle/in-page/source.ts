import { inPageLimits } from '../limits.js';
import { followFrameLoops } from './follow-frame-loops.js';
import { followMessages } from './follow-messages.js';
import { followScheduling } from './follow-scheduling.js';
import { followShadowRoots } from './follow-shadow-roots.js';
import { followStorage } from './follow-storage.js';
import { followTimers } from './follow-timers.js';
import { makeMovements } from './movements.js';
import { observeDocument } from './observe-document.js';
import { makePageKit } from './page-kit.js';
import { watchEvents } from './watch-events.js';
import { watchMutations } from './watch-mutations.js';
import { watchUnfinished } from './watch-unfinished.js';

// Bundlers that keep function names call a helper of this name inside the functions they print.
const helpers = 'const __name = (fn) => fn;';
const limits = JSON.stringify(inPageLimits);

/** Functions by their text: each uses what it is handed, and nothing else from outside. */
const kitWithParts = (
  makeKit: unknown,
  parts: readonly unknown[],
  putTogether: unknown,
): string => `(() => {
${helpers}
const kit = (${makeKit})(${limits});
return (${putTogether})(kit, [${parts.map((part) => `(${part})(kit)`).join(',\n')}]);
})()`;

/** For an isolated world, where a global is nobody else's business. */
export const observerSource = (name: string): string =>
  `globalThis.${name} ??= ${kitWithParts(
    makeMovements,
    [watchMutations, watchEvents, watchUnfinished],
    observeDocument,
  )};`;

/**
 * For the page's own world. A top-level `let` can be reached by who knows its name, but is no
 * property of `window`: the page cannot list it, and the name is random.
 */
export const schedulingSource = (name: string): string =>
  `let ${name} = ${kitWithParts(
    makePageKit,
    [followTimers, followFrameLoops, followMessages, followStorage, followShadowRoots],
    followScheduling,
  )};`;
