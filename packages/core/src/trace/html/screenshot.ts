import type { CallTrace, StepTrace } from '../act-trace.js';
import { describeCall, pointOf } from '../describe-call.js';
import { html, type Markup } from './markup.js';

/** What may stand in an image's address: a picture's own bytes, nothing that is fetched. */
const PICTURE = /^data:image\/(?:jpeg|png|webp|gif);base64,[A-Za-z0-9+/=]+$/;

/** What the agent saw, and where it put the pointer. `marks` are the numbers of the calls. */
export function screenshot(step: StepTrace, marks: ReadonlyMap<CallTrace, number>): Markup {
  const { width, height } = step.viewport;
  const shot = step.screenshot;
  if (shot === undefined) return html`<p class="noshot">The screenshot was not kept.</p>`;
  if (!PICTURE.test(shot)) return html`<p class="noshot">The screenshot is not a picture.</p>`;
  const boxes = [...marks].map(([call, mark]) => marker(call, mark, { width, height }));
  return html`<figure class="shot"><img src="${shot}" width="${width}" height="${height}" alt="The page at step ${step.step}: ${step.url}"><svg aria-hidden="true">${boxes}</svg></figure>`;
}

/**
 * The box and the point, drawn over the picture in per cent of it: right at any display size, with
 * lines and numbers that keep theirs.
 */
function marker(
  call: CallTrace,
  mark: number,
  { width, height }: { width: number; height: number },
): Markup {
  const { box } = call;
  if (!box) return html``;
  const { x, y } = pointOf(box);
  const across = (px: number) => `${((px / width) * 100).toFixed(3)}%`;
  const down = (px: number) => `${((px / height) * 100).toFixed(3)}%`;
  const place = html`x="${across(box.left)}" y="${down(box.top)}" width="${across(box.right - box.left)}" height="${down(box.bottom - box.top)}" rx="3"`;
  return html`<g class="mark"><title>${mark}. ${describeCall(call)}</title><rect class="halo" ${place}/><rect class="box" ${place}/><svg x="${across(x)}" y="${down(y)}"><circle class="halo" r="11"/><circle class="disc" r="9"/><text dy="0.36em">${mark}</text>${arrow(call)}</svg></g>`;
}

const ARROWS: Record<string, string> = {
  up: 'M0-14v-14m-5 5 5-5 5 5',
  down: 'M0 14v14m-5-5 5 5 5-5',
  left: 'M-14 0h-14m5-5-5 5 5 5',
  right: 'M14 0h14m-5-5 5 5-5 5',
};

function arrow({ name, input }: CallTrace): Markup | undefined {
  const path = name === 'agentScroll' ? ARROWS[String(input.direction)] : undefined;
  return path === undefined
    ? undefined
    : html`<path class="halo" d="${path}"/><path class="arrow" d="${path}"/>`;
}
