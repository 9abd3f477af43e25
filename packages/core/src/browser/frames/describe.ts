import { callOn, type RemoteRef } from './evaluate.js';
import { inPage, withParts } from './in-page.js';
import { isMasked, type Marked } from './masked.js';

/** The element in a few words, for the agent and for traces: `button "Search"`, `input "From"`. */
export function describe(node: RemoteRef): Promise<string> {
  return callOn(node, describeElement);
}

const describeWith = inPage(function describeWith(
  this: Element,
  masked: (node: Node) => boolean,
): string {
  const parentOf = (node: Node): Node | null =>
    (node as Element).assignedSlot ??
    node.parentNode ??
    (node instanceof ShadowRoot ? node.host : null);
  const meaningful =
    'a[href],area,button,input,select,textarea,option,label,summary,img,canvas,iframe,[role],[contenteditable],[aria-label]';
  // What was hit is often a span or an icon inside of the thing with a name.
  let element: Element = this;
  let hops = 0;
  for (let at: Node | null = this; at && hops < 6; at = parentOf(at), hops++) {
    if (at instanceof Element && at.matches(meaningful)) {
      element = at;
      break;
    }
  }
  if (element.matches('html,body')) return element.localName;
  const isHidden = masked(element);
  const squeeze = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const root = element.getRootNode() as Document | ShadowRoot;
  // Of what is in it and masked it says nothing either.
  const textOf = (whole: Element | null | undefined, asItReads = false): string => {
    if (!whole || (whole !== element && masked(whole))) return '';
    const isMarked = (inner: Element & Marked) => inner.novaActMasked || inner.novaActSecret;
    if (![...whole.querySelectorAll('*')].some(isMarked)) {
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not what is read
      const read = asItReads ? (whole as HTMLElement).innerText : undefined;
      return read ?? whole.textContent ?? '';
    }
    const texts: string[] = [];
    const walker = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!masked(node)) texts.push(node.nodeValue ?? '');
    }
    return texts.join(' ');
  };
  const labelled = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => (id ? squeeze(textOf(root.getElementById?.(id))) : ''))
    .join(' ');
  const labels = (element as HTMLInputElement).labels;
  // The browser's own frames, such as that of its PDF viewer, have numbers for names.
  const isFrame = element.matches('iframe,frame,embed,object');
  const isField = element.matches('input,select,textarea');
  const isButton = element.matches('input[type=submit],input[type=button],input[type=reset]');
  const addressOf = ({ protocol, pathname, hash }: HTMLAreaElement) =>
    /^(?:javascript|data):$/.test(protocol)
      ? ''
      : `${pathname === location.pathname ? '' : pathname}${hash}`;
  const said = [
    squeeze(element.getAttribute('aria-label')),
    squeeze(labelled),
    squeeze(textOf(labels?.[0])),
    isButton && !isHidden ? squeeze((element as HTMLInputElement).value) : '',
    isField ? '' : squeeze(textOf(element, true)).slice(0, 200),
    squeeze(element.getAttribute('placeholder')),
    squeeze(element.getAttribute('alt')),
    squeeze(element.getAttribute('title')),
    // The picture has no words for it; where it leads is all that is said of it.
    element.localName === 'area' ? addressOf(element as HTMLAreaElement) : '',
  ];
  const candidates = [
    // A field that is masked is still known by its label.
    ...(isHidden && !isField ? [] : said),
    ...(isFrame ? [] : [squeeze(element.getAttribute('name')), element.id]),
  ];
  const name = candidates.find((candidate) => candidate !== '') ?? '';
  const tags: Record<string, string> = { a: 'link', area: 'link', img: 'image' };
  const type = element.localName === 'input' ? (element.getAttribute('type') ?? 'text') : '';
  const kind = isButton
    ? 'button'
    : (element.getAttribute('role') ?? tags[element.localName] ?? element.localName);
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  const full = type && !isButton && type !== 'text' ? `${kind} of type ${type}` : kind;
  return shown ? `${full} ${JSON.stringify(shown)}` : full;
});

/** Self-contained: runs in the page. */
export const describeElement = withParts<(this: Element) => string>(describeWith, [isMasked]);
