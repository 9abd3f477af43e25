import { inPage } from '../../../frames/in-page.js';
import type { DocumentPart, Movements } from './movements.js';
import type { Gone } from './report.js';

/** Knows what can be read on the page: before the action, in the midst of its effects, and at rest. */
export const watchShown = inPage(function watchShown(
  kit: Movements,
): DocumentPart & { note(): void; gone(): Gone | undefined } {
  interface Shown {
    /** Texts, and the nodes that have them. */
    texts: Map<string, Node>;
    /** Where what one can click or fill lies. */
    controls: Set<string>;
    address: string;
  }
  const MOST = 3_000;
  const controlTypes = 'a[href],button,input,select,textarea,summary,[role=button],[tabindex]';
  /** In a document that is new with the action nothing was there before. */
  let before = { nodes: new WeakMap<Node, string>(), texts: new Set<string>() };
  let isRemembered = false;
  let noted: Shown | undefined;

  const isSeen = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    kit.inView(element);
  const look = (): Shown => {
    const shown: Shown = { texts: new Map(), controls: new Set(), address: location.href };
    const trees: Node[] = [document.body ?? document];
    for (const ref of kit.roots) {
      const root = ref.deref();
      if (root?.isConnected) trees.push(root);
    }
    let left = MOST;
    for (const tree of trees) {
      const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode()) {
        left -= 1;
        const text = node.textContent?.trim().replaceAll(/\s+/g, ' ') ?? '';
        const element = node.parentElement ?? (node.parentNode as ShadowRoot | null)?.host ?? null;
        if (text && element && !kit.isBackground(element) && isSeen(element)) {
          shown.texts.set(text, node);
        }
      }
      for (const control of [...(tree as Element).querySelectorAll(controlTypes)].slice(0, 1_000)) {
        if (!isSeen(control)) continue;
        const { left: x, top: y, width } = control.getBoundingClientRect();
        shown.controls.add([control.nodeName, ...[x, y, width].map(Math.round)].join(' '));
      }
    }
    return shown;
  };
  const remember = () => {
    const { texts } = look();
    before = { nodes: new WeakMap(), texts: new Set(texts.keys()) };
    isRemembered = true;
    for (const [text, node] of texts) before.nodes.set(node, text);
  };
  /** While nothing is done to the page there is time for it. */
  let isComing = false;
  const rememberSoon = () => {
    if (isComing) return;
    isComing = true;
    requestIdleCallback(
      () => {
        isComing = false;
        if (!kit.state.armed) remember();
      },
      { timeout: 1_000 },
    );
  };
  kit.onIdleChange(rememberSoon);
  addEventListener('load', rememberSoon, { once: true });
  const wasThere = (text: string, node: Node) =>
    before.texts.has(text) || before.nodes.get(node) === text;

  return {
    arm() {
      noted = undefined;
      if (!isRemembered) remember();
    },
    rest: rememberSoon,
    note() {
      noted = look();
    },
    gone() {
      if (!noted) return undefined;
      const now = look();
      const texts = [...noted.texts]
        .filter(([text, node]) => !now.texts.has(text) && !wasThere(text, node))
        .map(([text]) => text);
      const isNew = [...now.texts.keys()].some((text) => !noted?.texts.has(text));
      const hasMoved = [...now.controls].some((control) => !noted?.controls.has(control));
      return { texts, isOutdated: isNew || hasMoved || noted.address !== location.href };
    },
  };
});
