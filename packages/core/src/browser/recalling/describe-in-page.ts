import { inPage, withParts } from '../frames/in-page.js';
import { type ElementFacts, type Kit, kitInPage } from './kit-in-page.js';

/** Self-contained: runs in the page; its `this` is what was hit. A text where it cannot be known again. */
const describeWith = inPage(function describeWith(
  this: Element,
  kitOf: () => Kit,
): ElementFacts | string {
  const kit = kitOf();
  const element = kit.meaningful(this);
  let root = element.getRootNode();
  while (root instanceof ShadowRoot) {
    if (root.mode === 'closed') return 'it is in a closed shadow root';
    root = root.host.getRootNode();
  }
  if (element.matches('canvas,svg,svg *,video,iframe,frame,object,embed,html,body')) {
    return `where it is pressed decides what a ${element.localName} does`;
  }
  const facts = kit.read(element);
  if (facts.name !== '') return facts;
  const isTold = facts.near.kind !== 'around' && facts.near.texts.length > 0;
  return isTold ? facts : 'it has no name that anybody could say';
});

export const describeInPage = withParts<(this: Element) => ElementFacts | string>(describeWith, [
  kitInPage,
]);
