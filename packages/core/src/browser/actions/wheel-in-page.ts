/** Self-contained: runs in the page. From now on, does a change of the document show? */
export function watchChanges(this: Element): void {
  const store = globalThis as typeof globalThis & { novaActChanged?: () => boolean };
  let changed = false;
  const observer = new MutationObserver(() => {
    changed = true;
  });
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  store.novaActChanged = () => {
    observer.disconnect();
    return changed;
  };
}

/**
 * Self-contained: runs in the page. Whether a wheel on this element can have moved something that
 * is no scrolling: what it draws cannot be seen from here, or the document changed within `limitMs`.
 */
export async function mayHaveMoved(this: Element, limitMs: number): Promise<boolean> {
  if (this.matches('canvas,iframe,frame,embed,object,video')) return true;
  const store = globalThis as typeof globalThis & { novaActChanged?: () => boolean };
  await new Promise((resolve) => setTimeout(resolve, Math.min(limitMs, 300)));
  return store.novaActChanged?.() ?? false;
}
