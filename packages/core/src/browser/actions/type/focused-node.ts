import { callOn, nodeIn, type RemoteRef } from '../../frames/evaluate.js';
import type { FrameSessions } from '../../frames/frame-sessions.js';
import { inPage } from '../../frames/in-page.js';
import { focusedHere } from './field-in-page.js';

const MAX_FRAME_DEPTH = 20;

/** The element that keys go to, through frames. */
export async function focusedNode(sessions: FrameSessions): Promise<RemoteRef | undefined> {
  let frame = await sessions.mainFrame();
  for (let depth = 0; depth < MAX_FRAME_DEPTH; depth++) {
    const node = await nodeIn(frame, focusedHere);
    if (!node || !(await callOn(node, isFrame))) return node;
    const described = await node.session.send('DOM.describeNode', { objectId: node.objectId });
    const { frameId } = described.node;
    const child = frameId === undefined ? undefined : await sessions.child(node, frameId);
    if (!child) return node;
    frame = child;
  }
  return undefined;
}

const isFrame = inPage(function isFrame(this: Element): boolean {
  return this instanceof HTMLIFrameElement || this.localName === 'frame';
});
