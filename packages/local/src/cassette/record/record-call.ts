import { attribute, type Element, type Page } from '@nova-act/rules/page';
import type { ModelCall, ModelObservation } from '../../model/local-model.js';
import { readBox } from '../calls/box-text.js';
import { boxOf } from '../calls/boxed-call.js';
import type { Aim, Edges, RecordedCall } from '../file/cassette-format.js';
import { describeElement, pageTarget } from '../target/describe-element.js';
import { area, elementUnder, toBox, toEdges } from '../target/element-under.js';

/** A box that covers less than this share of its target means a place in it, as on a map or a slider. */
const placeShare = 0.2;

export interface SeenCall {
  call: RecordedCall;
  /** True when it types into a field whose content nobody should see. */
  secret: boolean;
}

/** A call, and what was under its box on the observation that the model answered. */
export function recordCall(
  { name, input }: ModelCall,
  observation: ModelObservation | undefined,
  page: Page | undefined,
): SeenCall {
  const call: RecordedCall = { name, input };
  const box = boxOf(call);
  if (box === undefined || !observation) return { call, secret: false };
  const { windowWidth: width, windowHeight: height } = observation.browserDimensions;
  const edges = readBox(box, { width, height });
  if (!edges) return { call, secret: false };
  const under = page && elementUnder(page, edges);
  call.aim = page && under ? aimAt(page, under, edges) : { box: edges };
  return { call, secret: under !== undefined && under !== 'page' && isSecretField(under) };
}

function aimAt(page: Page, under: Element | 'page', edges: Edges): Aim {
  if (under === 'page') return { box: edges, target: pageTarget };
  const target = describeElement(page, under);
  const box = page.boxOf(under);
  if (!box || area(toBox(edges)) >= placeShare * area(box)) return { box: edges, target };
  const whole = toEdges(box);
  const share = (at: number, start: number, size: number) =>
    Math.min(1, Math.max(0, Math.round(((at - start) / size) * 1000) / 1000));
  return {
    box: edges,
    target,
    within: {
      left: share(edges.left, whole.left, box.width),
      top: share(edges.top, whole.top, box.height),
      right: share(edges.right, whole.left, box.width),
      bottom: share(edges.bottom, whole.top, box.height),
    },
  };
}

/** A password, a one-time code, a card's number or its check digits. */
function isSecretField(element: Element): boolean {
  return (
    attribute(element, 'type').toLowerCase() === 'password' ||
    /(?:^|\s)(?:(?:current|new)-password|one-time-code|cc-number|cc-csc)(?:\s|$)/i.test(
      attribute(element, 'autocomplete'),
    )
  );
}
