import { callOn, type RemoteRef } from './evaluate.js';
import { inPage } from './in-page.js';

/** The element in a few words, for the agent and for traces: `button "Search"`, `input "From"`. */
export function describe(node: RemoteRef): Promise<string> {
  return callOn(node, describeElement);
}

/** Self-contained: runs in the page. */
export const describeElement = inPage(function describeElement(this: Element): string {
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
  const squeeze = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const root = element.getRootNode() as Document | ShadowRoot;
  const labelled = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => (id ? squeeze(root.getElementById?.(id)?.textContent) : ''))
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
  const candidates = [
    squeeze(element.getAttribute('aria-label')),
    squeeze(labelled),
    squeeze(labels?.[0]?.textContent),
    isButton ? squeeze((element as HTMLInputElement).value) : '',
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not what is read
    isField ? '' : squeeze((element as HTMLElement).innerText ?? element.textContent).slice(0, 200),
    squeeze(element.getAttribute('placeholder')),
    squeeze(element.getAttribute('alt')),
    squeeze(element.getAttribute('title')),
    // The picture has no words for it; where it leads is all that is said of it.
    element.localName === 'area' ? addressOf(element as HTMLAreaElement) : '',
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
