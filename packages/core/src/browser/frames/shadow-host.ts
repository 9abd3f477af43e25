import { inPage } from './in-page.js';

/** What an element of our own world, where the page cannot see it, knows of a closed shadow root of its own. */
export interface ShadowHost extends Element {
  /** Null where it was looked for, and there was none. */
  novaActRoot?: ShadowRoot | null;
}

/** Self-contained: notes on a host that its root is `this`; on an element that it has none. */
export const rememberRoot = inPage(function rememberRoot(this: ShadowRoot | Element): void {
  const isRoot = (node: Node): node is ShadowRoot => node.nodeType === 11;
  if (isRoot(this)) (this.host as ShadowHost).novaActRoot = this;
  else (this as ShadowHost).novaActRoot = null;
});
