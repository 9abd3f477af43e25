import type { CDPSession } from 'playwright';

/** Our scripts see the page's document but not its globals, and it does not see theirs. */
const WORLD = 'nova-act';
/** Worlds met since the last `forgetWorlds`, by frame. */
const worlds = new WeakMap<CDPSession, Map<string, Promise<number>>>();

/**
 * The isolated world of a frame. The browser gives the same one for the same name and document; it
 * is remembered for one action or one look, in which a new document is a failure anyway.
 */
export function worldOf({
  session,
  frameId,
}: {
  readonly session: CDPSession;
  readonly frameId: string;
}): Promise<number> {
  const known = worlds.get(session) ?? new Map<string, Promise<number>>();
  worlds.set(session, known);
  const world = known.get(frameId) ?? newWorld(session, frameId);
  known.set(frameId, world);
  // What failed is not remembered: the document that comes next has one.
  world.catch(() => {
    if (known.get(frameId) === world) known.delete(frameId);
  });
  return world;
}

async function newWorld(session: CDPSession, frameId: string): Promise<number> {
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId,
    worldName: WORLD,
  });
  return executionContextId;
}

/** To be called before each action and look: documents come and go in between. */
export function forgetWorlds(session: CDPSession): void {
  worlds.delete(session);
}
