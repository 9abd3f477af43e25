import { callOn, nodeIn, resolveNode } from '../frames/evaluate.js';
import type { FrameRef } from '../frames/frame-sessions.js';
import { inPage } from '../frames/in-page.js';
import { rememberRoot } from '../frames/shadow-host.js';

/** A node as DevTools tells of it; only what is read here. */
interface TreeNode {
  backendNodeId: number;
  frameId?: string;
  shadowRootType?: string;
  children?: TreeNode[];
  shadowRoots?: TreeNode[];
  contentDocument?: TreeNode;
}

/**
 * Looks through a frame's whole document, and those of its process in it, for closed shadow roots, and
 * leaves them where our scripts find them. It takes as long as the page is large: for when it is known
 * that there are any. Gives how many there are.
 */
export async function findClosedRoots(frame: FrameRef): Promise<number> {
  const document = await nodeIn(frame, theDocument);
  if (!document) return 0;
  const { node } = await frame.session.send('DOM.describeNode', {
    objectId: document.objectId,
    depth: -1,
    pierce: true,
  });
  const closed = [...closedIn(node, frame.frameId)];
  const kept = closed.map(async ({ backendNodeId, frameId }) => {
    const root = await resolveNode({ session: frame.session, frameId }, backendNodeId);
    if (root) await callOn(root, rememberRoot);
  });
  await Promise.all(kept);
  return closed.length;
}

function* closedIn(
  node: TreeNode,
  frameId: string,
): Generator<{ backendNodeId: number; frameId: string }> {
  for (const child of node.children ?? []) yield* closedIn(child, frameId);
  for (const root of node.shadowRoots ?? []) {
    if (root.shadowRootType === 'user-agent') continue;
    if (root.shadowRootType === 'closed') yield { backendNodeId: root.backendNodeId, frameId };
    yield* closedIn(root, frameId);
  }
  if (node.contentDocument) yield* closedIn(node.contentDocument, node.frameId ?? frameId);
}

const theDocument = inPage(function theDocument(): Document {
  return document;
});
