import { inPage } from '../../../frames/in-page.js';
import type { DocumentPart, Movements } from './movements.js';

/** Watches the document's tree, and those of the open shadow roots in it. */
export const watchMutations = inPage(function watchMutations(kit: Movements): DocumentPart {
  const { state } = kit;
  const silent = new Set(['SCRIPT', 'LINK', 'META', 'TITLE', 'TEMPLATE', 'NOSCRIPT', 'BASE']);
  const everything = {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  } as const;
  const observed = new WeakSet<Node>();

  const nameOf = (node: Node): string => {
    if (node.nodeType !== 1) return node.nodeName;
    const element = node as Element;
    return `${element.nodeName}.${(element.getAttribute('class') ?? '').slice(0, 40)}`;
  };
  const isSilent = (node: Node) =>
    node.nodeType === 8 || silent.has(node.nodeName) || node.nodeName === 'HEAD';

  const observeRoot = (root: ShadowRoot) => {
    if (observed.has(root)) return;
    observed.add(root);
    kit.roots.add(new WeakRef(root));
    observer.observe(root, everything);
    findRoots(root);
  };
  const findRoots = (from: ParentNode) => {
    const own = (from as Element).shadowRoot;
    if (own) observeRoot(own);
    for (const element of from.querySelectorAll('*')) {
      if (element.shadowRoot) observeRoot(element.shadowRoot);
    }
  };

  /** What kind of change it is; nothing for one that cannot be seen. */
  const signOf = (record: MutationRecord): string | undefined => {
    if (record.type === 'characterData') return 'text';
    if (record.type === 'attributes') {
      const name = record.attributeName ?? '';
      const isRoot = record.target === document.documentElement || record.target === document.body;
      // Input trackers write on the root element at every click.
      if (isRoot && (name.startsWith('data-') || name.startsWith('aria-'))) return undefined;
      return `attr:${name}`;
    }
    const changed = [...record.addedNodes, ...record.removedNodes];
    const first = changed.find((node) => !isSilent(node));
    return first && `child:${nameOf(first)}`;
  };
  const read = (record: MutationRecord, at: number) => {
    const { target } = record;
    const element = target.nodeType === 1 ? (target as Element) : target.parentElement;
    if (isSilent(target) || (element && isSilent(element))) {
      // Styles added to the head do change what is seen; scripts and metadata do not.
      if (![...record.addedNodes].some((node) => node.nodeName === 'STYLE')) return;
    }
    const sign = signOf(record);
    const takesAway =
      record.type === 'characterData'
        ? !target.textContent?.trim()
        : record.type === 'childList' && record.addedNodes.length === 0;
    if (sign === undefined || !kit.isNews(element ?? target, sign, at, takesAway)) return;
    kit.moved(at);
    kit.suspect(element ?? (target as ShadowRoot).host ?? null);
  };
  const readAll = (records: MutationRecord[]) => {
    const at = kit.now();
    for (const record of records) {
      for (const added of record.addedNodes) {
        if (added.nodeType === 1) findRoots(added as Element);
      }
    }
    for (const record of records.slice(0, 400)) read(record, at);
    if (records.length <= 400 || !state.armed) return;
    // A render of this size is movement, whatever the rest of it consists of.
    kit.moved(at);
    kit.suspect(document.body);
  };
  const observer = new MutationObserver(readAll);
  observer.observe(document, everything);

  return {
    arm: () => findRoots(document),
    catchUp: () => readAll(observer.takeRecords()),
    detach: () => observer.disconnect(),
  };
});
