import { callOn, nodeIn, resolveNode } from '../frames/evaluate.js';
import type { FrameRef } from '../frames/frame-sessions.js';
import { rememberRoot } from '../frames/shadow-host.js';
import { suspectAt } from './capture-in-page.js';

/**
 * Looks into the elements of the last capture that may hold a closed shadow root, and leaves what it
 * finds for the next one. True when there was any: the capture then has to be made again. Each
 * element is looked at once, so that this costs nothing on later captures.
 */
export async function findClosedRoots(frame: FrameRef, suspects: number): Promise<boolean> {
  const found = await Promise.all(
    Array.from({ length: suspects }, (_, index) => lookInto(frame, index)),
  );
  return found.includes(true);
}

async function lookInto(frame: FrameRef, index: number): Promise<boolean> {
  const host = await nodeIn(frame, suspectAt, index);
  if (!host) return false;
  const { node } = await frame.session.send('DOM.describeNode', {
    objectId: host.objectId,
    depth: 1,
    pierce: true,
  });
  const closed = node.shadowRoots?.find(({ shadowRootType }) => shadowRootType === 'closed');
  const root = closed && (await resolveNode(frame, closed.backendNodeId));
  await callOn(root ?? host, rememberRoot);
  return root !== undefined;
}
