import type { Observation } from '../../wire/observation.js';
import { callOn, evaluateIn, nodeIn, type RemoteRef } from '../frames/evaluate.js';
import type { FrameRef, FrameSessions } from '../frames/frame-sessions.js';
import { inPage } from '../frames/in-page.js';
import type { MaskRules } from '../masks/mask-rules.js';
import { installMasks } from '../masks/masks-in-page.js';
import {
  type CaptureOrigin,
  captureInPage,
  type FrameCapture,
  frameAt,
} from './capture-in-page.js';
import { findClosedRoots } from './closed-roots.js';

type DomCapture = Pick<Observation, 'simplifiedDOM' | 'idToBboxMap'>;

const MAX_FRAME_DEPTH = 10;
const MAX_ROOT_DEPTH = 4;
/** The service takes 5 MB in one request, and the picture is in it too. What comes after is left out. */
const MAX_BYTES = 3_500_000;

/**
 * The page's HTML reduced to what is visible and meaningful, each element with an id and a box. See
 * ARCHITECTURE.md, "The DOM capture". Frames of the page's own origin are read with it in one go;
 * others are asked each in its own world and put in their place.
 */
export async function captureDom(sessions: FrameSessions, masks?: MaskRules): Promise<DomCapture> {
  const frame = await sessions.mainFrame();
  const idToBboxMap: Observation['idToBboxMap'] = {};
  const origin = { nextId: 1, left: 0, top: 0, scaleX: 1, scaleY: 1, bytes: MAX_BYTES };
  const scope = { sessions, masks, boxes: idToBboxMap };
  const simplifiedDOM = await captureFrame(scope, frame, origin, 0);
  return { simplifiedDOM, idToBboxMap };
}

interface CaptureScope {
  readonly sessions: FrameSessions;
  readonly masks: MaskRules | undefined;
  readonly boxes: Observation['idToBboxMap'];
}

async function captureFrame(
  scope: CaptureScope,
  frame: FrameRef,
  origin: CaptureOrigin,
  depth: number,
): Promise<string> {
  const { boxes, masks } = scope;
  if (masks) await evaluateIn(frame, installMasks, masks);
  let capture = await captureDocument(frame, origin);
  // Closed roots may hold closed roots.
  for (let tries = 0; capture.suspects > 0 && tries < MAX_ROOT_DEPTH; tries++) {
    if (!(await findClosedRoots(frame, capture.suspects))) break;
    capture = await captureDocument(frame, origin);
  }
  for (let at = 0; at + 4 < capture.boxes.length; at += 5) {
    const [id, x, y, width, height] = capture.boxes.slice(at, at + 5);
    boxes[String(id)] = { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 };
  }
  origin.nextId = capture.nextId;
  origin.bytes = capture.bytes;
  let html = '';
  for (const [index, part] of capture.parts.entries()) {
    html += part;
    const place = capture.frames[index];
    if (!place || depth >= MAX_FRAME_DEPTH) continue;
    const inner = { ...place, nextId: origin.nextId, bytes: origin.bytes };
    html += await captureInner(scope, frame, index, inner, depth + 1);
    origin.nextId = inner.nextId;
    origin.bytes = inner.bytes;
  }
  return html;
}

async function captureDocument(frame: FrameRef, origin: CaptureOrigin): Promise<FrameCapture> {
  return JSON.parse(await evaluateIn(frame, captureInPage, { ...origin }));
}

async function captureInner(
  scope: CaptureScope,
  frame: FrameRef,
  index: number,
  origin: CaptureOrigin,
  depth: number,
): Promise<string> {
  try {
    const owner = await nodeIn(frame, frameAt, index);
    const child = owner && (await frameOf(scope.sessions, owner));
    return child ? await captureFrame(scope, child, origin, depth) : '';
  } catch {
    // A frame that navigates or goes away while it is read is left empty, as it looks just then.
    return '';
  }
}

async function frameOf(sessions: FrameSessions, owner: RemoteRef): Promise<FrameRef | undefined> {
  const { node } = await owner.session.send('DOM.describeNode', { objectId: owner.objectId });
  if (node.frameId === undefined) return undefined;
  const child = await sessions.child(owner, node.frameId);
  return child && (await callOn(owner, isShown)) ? child : undefined;
}

const isShown = inPage(function isShown(this: Element): boolean {
  return this.getClientRects().length > 0;
});
