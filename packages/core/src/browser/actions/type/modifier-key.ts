import type { CDPSession } from 'playwright';

const known = new WeakMap<CDPSession, Promise<'Meta' | 'Control'>>();

/**
 * The key of shortcuts on the system that the browser runs on, which need not be this one: a Mac may
 * drive a browser on Linux, and there Meta+A types an `a`.
 */
export function modifierKey(session: CDPSession): Promise<'Meta' | 'Control'> {
  let asked = known.get(session);
  if (!asked) {
    asked = ask(session);
    known.set(session, asked);
    asked.catch(() => known.delete(session));
  }
  return asked;
}

async function ask(session: CDPSession): Promise<'Meta' | 'Control'> {
  // The browser's own, whatever user agent its pages were told.
  const { userAgent } = await session.send('Browser.getVersion');
  return /\bMac(intosh|Intel)?\b/.test(userAgent) ? 'Meta' : 'Control';
}
