import { inPage } from './in-page.js';

/** What a node of our own world, where the page cannot see it, knows of what nobody is to see of it. */
export interface Marked {
  /** A secret was typed into it. */
  novaActSecret?: boolean;
  /** It was covered, with all in it, when the page was looked at last. */
  novaActMasked?: boolean;
}

/** Self-contained: runs in the page. Whether this is masked, or anything that it is in. */
export const isMasked = inPage(function isMasked(node: Node): boolean {
  let at: (Node & Marked) | null = node;
  while (at) {
    if (at.novaActMasked || at.novaActSecret) return true;
    const host: Element | undefined = (at as ShadowRoot).host;
    at = (at as Element).assignedSlot ?? at.parentNode ?? host ?? null;
  }
  return false;
});
