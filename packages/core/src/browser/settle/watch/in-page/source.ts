import { HELPERS, type InPage } from '../../../frames/in-page.js';
import { limits as table } from '../../limits.js';
import { followFrameLoops } from './follow-frame-loops.js';
import { followMessages } from './follow-messages.js';
import { followPlatform } from './follow-platform.js';
import { followReports } from './follow-reports.js';
import { followScheduling } from './follow-scheduling.js';
import { followShadowRoots } from './follow-shadow-roots.js';
import { followStorage } from './follow-storage.js';
import { followTasks } from './follow-tasks.js';
import { followTimers } from './follow-timers.js';
import { handOver, takeOver } from './hand-over.js';
import { makeMovements } from './movements.js';
import { observeDocument } from './observe-document.js';
import { makePageKit } from './page-kit.js';
import { makePlaces } from './places.js';
import { watchBusy } from './watch-busy.js';
import { watchEvents } from './watch-events.js';
import { watchMutations } from './watch-mutations.js';
import { watchShown } from './watch-shown.js';
import { watchUnfinished } from './watch-unfinished.js';

const limits = JSON.stringify(table);

/** Functions by their text: each uses what it is handed, and nothing else from outside. */
const kitWithParts = (
  makeKit: InPage<unknown>,
  tools: readonly InPage<unknown>[],
  parts: readonly InPage<unknown>[],
  putTogether: InPage<unknown>,
): string => `(() => {
${HELPERS}
const kit = (${makeKit.source})(${[limits, ...tools.map((tool) => tool.source)].join(', ')});
return (${putTogether.source})(kit, [${parts.map((part) => `(${part.source})(kit)`).join(',\n')}]);
})()`;

/** For an isolated world, where a global is nobody else's business. */
export const observerSource = (name: string): string =>
  `globalThis.${name} ??= ${kitWithParts(
    makeMovements,
    [],
    [watchMutations, watchEvents, watchUnfinished, watchBusy, watchShown],
    observeDocument,
  )};`;

const scheduling = kitWithParts(
  makePageKit,
  [makePlaces],
  [
    followTimers,
    followTasks,
    followFrameLoops,
    followMessages,
    followStorage,
    followPlatform,
    followReports,
    followShadowRoots,
  ],
  followScheduling,
);

/**
 * For the page's own world. A top-level `let` can be reached by who knows its name, but is no
 * property of `window`: the page cannot list it, and the name is random. Where the document is
 * followed since its beginning, what does so is taken over.
 */
export const schedulingSource = (name: string, channel?: string): string =>
  channel === undefined
    ? `let ${name} = ${scheduling};`
    : `let ${name} = (${takeOver.source})(${JSON.stringify(channel)}) ?? ${scheduling};`;

/** The same for documents that nobody watches yet. */
export const beginningSource = (channel: string): string =>
  `(${handOver.source})(${scheduling}, ${JSON.stringify(channel)});`;
