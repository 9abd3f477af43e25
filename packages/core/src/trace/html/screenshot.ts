import type { CallTrace, StepTrace, TraceBox } from '../act-trace.js';
import { describeCall, pointOf } from '../describe-call.js';
import { html, type Markup } from './markup.js';
import type { Shots } from './shots.js';

/**
 * What the agent saw, with where it put the pointer, and what it saw next: in one place, so that changing
 * between them shows what changed. `marks` are the numbers of the calls.
 */
export function pictures(
  step: StepTrace,
  next: StepTrace | undefined,
  marks: ReadonlyMap<CallTrace, number>,
  shots: Shots,
): Markup {
  const { step: number } = step;
  const before = screenshot(step, marks, shots);
  const image = next && shots.image(next, `The page after step ${number}: ${next.url}`);
  const zoom = html`<label class="zoom"><input type="checkbox"> Full width</label>`;
  if (!image) return html`${before}<p class="views">${zoom}</p>`;
  const view = (name: string, label: string, isShown: boolean) =>
    html`<label><input type="radio" name="view-${number}" class="view ${name}"${isShown && html` checked`}> ${label}</label>`;
  return html`${before}<figure class="shot later">${image}</figure><p class="views">${view('is-before', 'Before', true)}${view('is-after', 'After', false)}${zoom}</p>`;
}

function screenshot(step: StepTrace, marks: ReadonlyMap<CallTrace, number>, shots: Shots): Markup {
  if (step.screenshot === undefined)
    return html`<p class="noshot">The screenshot was not kept.</p>`;
  const image = shots.image(step, `The page at step ${step.step}: ${step.url}`);
  if (!image) return html`<p class="noshot">The screenshot is not a picture.</p>`;
  const { width, height } = step.viewport;
  const corners = new Map<string, number>();
  const spots = [...marks].flatMap(([call, mark]): Spot[] => {
    const { box } = call;
    if (!box) return [];
    const corner = `${box.left} ${box.top}`;
    const place = corners.get(corner) ?? 0;
    corners.set(corner, place + 1);
    return [{ call, box, mark, place, width, height }];
  });
  // The numbers stand above all frames: a field is often clicked and typed into in one step.
  return html`<figure class="shot earlier">${image}<svg aria-hidden="true">${spots.map(frame)}${spots.map(number)}</svg></figure>`;
}

interface Spot {
  call: CallTrace;
  box: TraceBox;
  mark: number;
  /** 0 for the first number at this corner; the next ones stand beside it. */
  place: number;
  /** Of the picture, in CSS pixels of the page. */
  width: number;
  height: number;
}

/**
 * The box and the point in its middle, drawn over the picture in per cent of it: right at any
 * display size, with lines that keep their width.
 */
function frame(spot: Spot): Markup {
  const { call, box, mark } = spot;
  const { x, y } = pointOf(box);
  const size = { x: box.right - box.left, y: box.bottom - box.top };
  const place = html`x="${across(box.left, spot)}" y="${down(box.top, spot)}" width="${across(size.x, spot)}" height="${down(size.y, spot)}" rx="3"`;
  return html`<g class="mark"><title>${mark}. ${describeCall(call)}</title><rect class="halo" ${place}/><rect class="box" ${place}/><svg x="${across(x, spot)}" y="${down(y, spot)}"><circle class="halo" r="5"/><circle class="disc" r="3.5"/>${arrow(call)}</svg></g>`;
}

function number(spot: Spot): Markup {
  const { box, mark, place } = spot;
  return html`<svg class="mark" x="${across(box.left, spot)}" y="${down(box.top, spot)}"><g transform="translate(${place * 22})"><circle class="halo" r="10"/><circle class="disc" r="8.5"/><text dy="0.36em">${mark}</text></g></svg>`;
}

function across(px: number, { width }: Spot): string {
  return `${((px / (width || 1)) * 100).toFixed(3)}%`;
}

function down(px: number, { height }: Spot): string {
  return `${((px / (height || 1)) * 100).toFixed(3)}%`;
}

const ARROWS: Record<string, string> = {
  up: 'M0-10v-16m-5 5 5-5 5 5',
  down: 'M0 10v16m-5-5 5 5 5-5',
  left: 'M-10 0h-16m5-5-5 5 5 5',
  right: 'M10 0h16m-5-5 5 5-5 5',
};

function arrow({ name, input }: CallTrace): Markup | undefined {
  const path = name === 'agentScroll' ? ARROWS[String(input.direction)] : undefined;
  return path === undefined
    ? undefined
    : html`<path class="halo" d="${path}"/><path class="arrow" d="${path}"/>`;
}
