import { inPage } from './in-page.js';

/** An area of an image map where one image shows it, in the coordinates of its frame's viewport. */
export interface ImageArea {
  readonly area: HTMLAreaElement;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Self-contained: runs in the page. The areas that can be met in this image, each with the rectangle
 * around its shape: an area has no box of its own, and is in every image that uses its map. Chromium
 * counts coordinates in CSS pixels from the image's border box, whatever is scaled.
 *
 * @see https://html.spec.whatwg.org/multipage/image-maps.html#image-map-processing-model
 */
export const imageAreas = inPage(function imageAreas(image: Element): ImageArea[] {
  const reference = image.localName === 'img' ? (image.getAttribute('usemap') ?? '') : '';
  const name = reference.slice(reference.indexOf('#') + 1);
  if (!reference.includes('#') || name === '') return [];
  const root = image.getRootNode() as Document | ShadowRoot;
  const map = [...root.querySelectorAll('map')].find((it) => it.name === name || it.id === name);
  const { left, top, width, height } = image.getBoundingClientRect();
  const inside = image as HTMLImageElement;
  const scaleX = width / (inside.offsetWidth || width || 1);
  const scaleY = height / (inside.offsetHeight || height || 1);

  /** Left, top, right and bottom, from the image's top left corner. */
  const boxOf = ({ shape, coords }: HTMLAreaElement): number[] | undefined => {
    const numbers = (coords.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const [a = 0, b = 0, c = 0, d = 0] = numbers;
    switch (shape.toLowerCase()) {
      case 'default':
        return [0, 0, width / scaleX, height / scaleY];
      case 'circle':
      case 'circ':
        return numbers.length < 3 || c <= 0 ? undefined : [a - c, b - c, a + c, b + c];
      case 'poly':
      case 'polygon': {
        if (numbers.length < 6) return undefined;
        const points = numbers.slice(0, numbers.length - (numbers.length % 2));
        const xs = points.filter((_, at) => at % 2 === 0);
        const ys = points.filter((_, at) => at % 2 === 1);
        return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
      }
      default:
        if (numbers.length < 4) return undefined;
        return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
    }
  };

  const found: ImageArea[] = [];
  for (const area of map?.querySelectorAll('area') ?? []) {
    const box = boxOf(area);
    if (!box) continue;
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = box;
    // What lies outside of the image is not there.
    const x = { from: Math.max(0, x1 * scaleX), to: Math.min(width, x2 * scaleX) };
    const y = { from: Math.max(0, y1 * scaleY), to: Math.min(height, y2 * scaleY) };
    if (x.to <= x.from || y.to <= y.from) continue;
    found.push({
      area,
      left: left + x.from,
      top: top + y.from,
      right: left + x.to,
      bottom: top + y.to,
    });
  }
  return found;
});
