import type { CDPSession } from 'playwright';

/** What a page does when an image has come. */
const attends = new Set(['load', 'error', 'loadend']);

/**
 * The addresses of those images that nobody waits for: no listener and no handler would learn that they
 * have come. `expression` gives an array of elements. Who listens is known to DevTools alone.
 */
export async function unattendedImages(
  session: CDPSession,
  expression: string,
  contextId: number,
): Promise<string[]> {
  try {
    const { result: list } = await session.send('Runtime.evaluate', { expression, contextId });
    if (!list.objectId) return [];
    const { result: members } = await session.send('Runtime.getProperties', {
      objectId: list.objectId,
      ownProperties: true,
    });
    const addresses = await Promise.all(
      members.map(async ({ value }) => {
        const { objectId } = value ?? {};
        if (!objectId || value?.subtype !== 'node') return [];
        const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId });
        if (listeners.some(({ type }) => attends.has(type))) return [];
        const { result } = await session.send('Runtime.callFunctionOn', {
          objectId,
          functionDeclaration: 'function () { return this.src; }',
          returnByValue: true,
        });
        return [`${result.value}`];
      }),
    );
    await session.send('Runtime.releaseObject', { objectId: list.objectId });
    return addresses.flat();
  } catch {
    return []; // The document is gone.
  }
}
