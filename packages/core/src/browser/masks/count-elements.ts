import type { CDPSession } from 'playwright';

/**
 * How many elements the browser itself finds in the documents of a session, closed shadow roots included,
 * and texts in which a tag might begin. In a few milliseconds, whatever the page's size: it is how one
 * notices that there is a root which scripts do not see.
 */
export async function countElements(session: CDPSession): Promise<number> {
  // Sent at once: nothing else of the session is to find the domain on, for it would report changes.
  const enabled = session.send('DOM.enable');
  const found = session.send('DOM.performSearch', { query: '<' });
  const disabled = session.send('DOM.disable');
  const [, { resultCount }] = await Promise.all([enabled, found, disabled]);
  return resultCount;
}
