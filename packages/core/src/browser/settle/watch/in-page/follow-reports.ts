import { inPage } from '../../../frames/in-page.js';
import type { PageKit, PagePart } from './page-kit.js';

/**
 * Follows what a page sends for others to count: requests that shall outlive it or whose answers it may
 * not read, and images that nobody could see.
 */
export const followReports = inPage(function followReports(kit: PageKit): PagePart {
  const { apply, limits, state } = kit;
  const MOST = 50;
  const getter = (owner: object | undefined, name: string) =>
    owner && Reflect.getOwnPropertyDescriptor(owner, name)?.get;
  const isConnected = getter(Node.prototype, 'isConnected');
  const isComplete = getter(HTMLImageElement.prototype, 'complete');
  const requests = kit.prototypeOf('Request');
  const [urlOf, keepaliveOf, modeOf] = ['url', 'keepalive', 'mode'].map((name) =>
    getter(requests, name),
  );
  const all = Document.prototype.querySelectorAll;
  const lengthOf = getter(NodeList.prototype, 'length');
  const isShown = Element.prototype.checkVisibility;
  const stylesOf = Element.prototype.computedStyleMap;
  const styleOf = StylePropertyMapReadOnly.prototype.get;
  const numberOf = getter(CSSUnitValue.prototype, 'value');
  const isLazy = getter(HTMLImageElement.prototype, 'loading');
  /** As the page wants it: one that has not come and has no size yet is not small. */
  const isSmall = (image: Element, side: string): boolean => {
    try {
      const styles = apply(stylesOf, image, []);
      const size = numberOf && apply(numberOf, apply(styleOf, styles, [side]), []);
      return typeof size === 'number' && size <= limits.pixelSize;
    } catch {
      return false; // `auto`, or relative.
    }
  };
  const isHidden = (image: Element) =>
    !apply(isShown, image, []) || (isSmall(image, 'width') && isSmall(image, 'height'));
  const Address = URL;
  const hrefOf = getter(URL.prototype, 'href');
  const baseOf = getter(Node.prototype, 'baseURI');
  const isRequest = Function.prototype[Symbol.hasInstance];
  let images: HTMLImageElement[] = [];
  let sent: string[] = [];

  kit.follow(
    globalThis,
    'Image',
    (image) => {
      if (state.armed && images.length < MOST) images[images.length] = image as HTMLImageElement;
    },
    'construct',
  );
  kit.follow(globalThis, 'fetch', (_result, _self, args) => {
    if (!state.armed || sent.length >= MOST) return;
    const asked = args[0];
    const given = args[1] as { keepalive?: unknown; mode?: unknown } | undefined;
    const own = apply(isRequest, globalThis.Request, [asked]) ? (asked as Request) : undefined;
    const mode = given?.mode ?? (own && modeOf && apply(modeOf, own, []));
    const keepalive = given?.keepalive ?? (own && keepaliveOf && apply(keepaliveOf, own, []));
    if (keepalive !== true && mode !== 'no-cors') return;
    const base: unknown = baseOf && apply(baseOf, document, []);
    let url: unknown;
    if (own) url = urlOf && apply(urlOf, own, []);
    else if (typeof asked === 'string')
      url = hrefOf && apply(hrefOf, new Address(asked, `${base}`), []);
    else url = hrefOf && apply(hrefOf, asked, []);
    sent[sent.length] = `${url}`;
  });

  return {
    arm() {
      images = [];
      sent = [];
    },
    counted: () => sent,
    loose() {
      const loose: Element[] = [];
      for (let i = 0; i < images.length; i += 1) {
        const image = images[i];
        if (!image || !isConnected || !isComplete) continue;
        if (apply(isConnected, image, []) || apply(isComplete, image, [])) continue;
        loose[loose.length] = image;
      }
      const inDocument: NodeList = apply(all, document, ['img']);
      const count = lengthOf ? (apply(lengthOf, inDocument, []) as number) : 0;
      for (let i = 0; i < count && i < 500; i += 1) {
        const image = inDocument[i] as Element;
        if (!isComplete || !isLazy || apply(isComplete, image, [])) continue;
        if (apply(isLazy, image, []) !== 'lazy' && isHidden(image)) loose[loose.length] = image;
      }
      return loose;
    },
  };
});
