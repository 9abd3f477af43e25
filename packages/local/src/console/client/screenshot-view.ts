import { screenshotUrl } from './api.js';
import type { StepDetail } from './api-types.js';
import { boxOf } from './box.js';
import { button, element, svg } from './element.js';

/** What the client saw, with the box of each call and where the pointer went drawn on it. */
export function screenshotView(detail: StepDetail, onEnlarge: () => void): HTMLElement {
  const seen = detail.observation;
  if (seen === undefined) {
    return element(
      'p',
      { class: 'empty' },
      detail.observed
        ? 'The screenshot is not kept any more.'
        : 'This step brought no observation.',
    );
  }
  const { windowWidth: width, windowHeight: height } = seen.browserDimensions;
  const overlay = svg('svg', {
    viewBox: `0 0 ${width} ${height}`,
    class: 'overlay',
    'aria-hidden': 'true',
  });
  for (const call of detail.calls) {
    const box = boxOf(call, width, height);
    if (box === undefined) continue;
    const x = (box.left + box.right) / 2;
    const y = (box.top + box.bottom) / 2;
    const name = svg('text', {
      x: box.left,
      y: box.top > 26 ? box.top - 8 : box.bottom + 22,
      class: 'tag',
    });
    name.textContent = call.name;
    overlay.append(
      svg('rect', {
        x: box.left,
        y: box.top,
        width: box.right - box.left,
        height: box.bottom - box.top,
        class: 'box',
      }),
      svg('circle', { cx: x, cy: y, r: 14, class: 'ring' }),
      svg('circle', { cx: x, cy: y, r: 4, class: 'dot' }),
      name,
    );
  }
  const image = element('img', {
    src: screenshotUrl(detail.actId, detail.stepId),
    alt: `The page at step ${detail.step}`,
    width,
    height,
  });
  image.addEventListener(
    'error',
    () => image.replaceWith(element('p', { class: 'empty' }, 'This step has no screenshot.')),
    { once: true },
  );
  const open = button('Enlarge', onEnlarge, { title: 'Enlarge the picture (e)' });
  image.addEventListener('click', onEnlarge);
  return element(
    'div',
    {},
    element('figure', { class: 'screenshot' }, image, overlay),
    element('div', { class: 'shot-foot' }, open),
  );
}
