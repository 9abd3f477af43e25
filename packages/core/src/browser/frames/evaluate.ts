import type { CDPSession } from 'playwright';
import type { FrameRef } from './frame-sessions.js';
import { callable, type InPage } from './in-page.js';
import { worldOf } from './worlds.js';

/** Handles into the page are kept in this group and let go together. */
const GROUP = 'nova-act';

/** A node or other object in a page. */
export interface RemoteRef extends FrameRef {
  readonly objectId: string;
}

type Plain = string | number | boolean | null | undefined | { [key: string]: Plain } | Plain[];

/** Calls a function in the frame and gives its JSON-like result. */
export async function evaluateIn<R>(
  frame: FrameRef,
  fn: InPage<(...args: never[]) => R>,
  ...args: Plain[]
): Promise<Awaited<R>> {
  const executionContextId = await worldOf(frame);
  return plainOf(
    await frame.session.send('Runtime.callFunctionOn', {
      executionContextId,
      functionDeclaration: callable(fn),
      arguments: args.map((value) => ({ value })),
      returnByValue: true,
      awaitPromise: true,
    }),
  ) as Awaited<R>;
}

/** The same, for a function that gives a node: its handle, or undefined for null. */
export async function nodeIn(
  frame: FrameRef,
  fn: InPage<(...args: never[]) => Node | null>,
  ...args: Plain[]
): Promise<RemoteRef | undefined> {
  const executionContextId = await worldOf(frame);
  const answer = await frame.session.send('Runtime.callFunctionOn', {
    executionContextId,
    functionDeclaration: callable(fn),
    arguments: args.map((value) => ({ value })),
    objectGroup: GROUP,
  });
  return handleOf(frame, answer);
}

/** Calls a function with the node as its `this`. */
export async function callOn<R>(
  node: RemoteRef,
  fn: InPage<(this: never, ...args: never[]) => R>,
  ...args: Plain[]
): Promise<Awaited<R>> {
  return plainOf(
    await node.session.send('Runtime.callFunctionOn', {
      objectId: node.objectId,
      functionDeclaration: callable(fn),
      arguments: args.map((value) => ({ value })),
      returnByValue: true,
      awaitPromise: true,
    }),
  ) as Awaited<R>;
}

/** From one node to another. */
export async function nodeFrom(
  node: RemoteRef,
  fn: InPage<(this: never, ...args: never[]) => Node | null>,
  ...args: Plain[]
): Promise<RemoteRef | undefined> {
  const answer = await node.session.send('Runtime.callFunctionOn', {
    objectId: node.objectId,
    functionDeclaration: callable(fn),
    arguments: args.map((value) => ({ value })),
    objectGroup: GROUP,
  });
  return handleOf(node, answer);
}

/** The handle of a node known by its id in the browser, in our world of its frame. */
export async function resolveNode(
  frame: FrameRef,
  backendNodeId: number,
): Promise<RemoteRef | undefined> {
  const executionContextId = await worldOf(frame);
  const { object } = await frame.session.send('DOM.resolveNode', {
    backendNodeId,
    executionContextId,
    objectGroup: GROUP,
  });
  return object.objectId ? { ...refOf(frame), objectId: object.objectId } : undefined;
}

/** Lets go of every handle taken so far. */
export function releaseHandles(session: CDPSession): void {
  session.send('Runtime.releaseObjectGroup', { objectGroup: GROUP }).catch(() => {
    // The page is gone, and its handles with it.
  });
}

interface Answer {
  result: { value?: unknown; objectId?: string; subtype?: string };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

function checked({ result, exceptionDetails }: Answer): Answer['result'] {
  if (!exceptionDetails) return result;
  throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
}

function plainOf(answer: Answer): unknown {
  return checked(answer).value;
}

function handleOf(frame: FrameRef, answer: Answer): RemoteRef | undefined {
  const { objectId } = checked(answer);
  return objectId === undefined ? undefined : { ...refOf(frame), objectId };
}

function refOf({ session, frameId }: FrameRef): FrameRef {
  return { session, frameId };
}
