import type { CDPSession, Frame, Page } from 'playwright';
import { forgetWorlds, worldOf } from './worlds.js';

/** Which CDP session a frame answers on, and its id there. */
export interface FrameRef {
  readonly session: CDPSession;
  readonly frameId: string;
}

interface TreeNode {
  frame: { id: string; parentId?: string };
  childFrames?: TreeNode[];
}

/**
 * The DevTools sessions of one page: one for the page, and one for each cross-process iframe, found
 * when it is first met. Our own sessions: Playwright's are not touched.
 */
export class FrameSessions {
  readonly #page: Page;
  readonly #main: CDPSession;
  readonly #remote = new Map<Frame, FrameRef | undefined>();
  #mainFrameId: string | undefined;

  private constructor(page: Page, main: CDPSession) {
    this.#page = page;
    this.#main = main;
    page.on('framedetached', this.#forget);
    // A frame that changes its site changes its process, and with it its session.
    page.on('framenavigated', this.#forget);
  }

  static async open(page: Page): Promise<FrameSessions> {
    return new FrameSessions(page, await page.context().newCDPSession(page));
  }

  get main(): CDPSession {
    return this.#main;
  }

  async mainFrame(): Promise<FrameRef> {
    this.#mainFrameId ??= (await treeOf(this.#main)).frame.id;
    return { session: this.#main, frameId: this.#mainFrameId };
  }

  /** The frame with that id, as met in `parent`'s document; undefined when it is gone already. */
  async child(parent: FrameRef, frameId: string): Promise<FrameRef | undefined> {
    if (holds(await treeOf(parent.session), frameId)) return { session: parent.session, frameId };
    for (const frame of this.#page.frames()) {
      const remote = await this.#remoteOf(frame);
      if (remote?.frameId === frameId) return remote;
    }
    return undefined;
  }

  /** Whether a frame with that id is anywhere in the page. */
  async holds(frameId: string): Promise<boolean> {
    if (holds(await treeOf(this.#main), frameId)) return true;
    const remotes = await Promise.all(this.#page.frames().map((frame) => this.#remoteOf(frame)));
    const found = remotes.map(async (ref) => ref && holds(await treeOf(ref.session), frameId));
    return (await Promise.all(found)).includes(true);
  }

  /** Before each action and look: what was known of the documents no longer holds. */
  refresh(): void {
    for (const session of this.#all()) forgetWorlds(session);
  }

  /** Asks for our world of the page's document, which is needed in a moment. */
  prepare(): void {
    this.mainFrame()
      .then(worldOf)
      .catch(() => {
        // Whoever needs it asks again, and is told why there is none.
      });
  }

  async detach(): Promise<void> {
    this.#page.off('framedetached', this.#forget);
    this.#page.off('framenavigated', this.#forget);
    const sessions = this.#all();
    this.#remote.clear();
    await Promise.allSettled(sessions.map((session) => session.detach()));
  }

  #all(): CDPSession[] {
    return [this.#main, ...[...this.#remote.values()].flatMap((ref) => ref?.session ?? [])];
  }

  readonly #forget = (frame: Frame) => {
    // A page that was prepared beforehand comes with a main frame of its own.
    if (frame === this.#page.mainFrame()) this.#mainFrameId = undefined;
    const ref = this.#remote.get(frame);
    this.#remote.delete(frame);
    ref?.session.detach().catch(() => {
      // Its target went with the frame.
    });
  };

  /** The frame's own session, when it lives in a process of its own. */
  async #remoteOf(frame: Frame): Promise<FrameRef | undefined> {
    if (frame === this.#page.mainFrame()) return undefined;
    if (this.#remote.has(frame)) return this.#remote.get(frame);
    let ref: FrameRef | undefined;
    try {
      const session = await this.#page.context().newCDPSession(frame);
      ref = { session, frameId: (await treeOf(session)).frame.id };
    } catch {
      // Playwright refuses a frame of its parent's process: it answers on the parent's session.
    }
    this.#remote.set(frame, ref);
    return ref;
  }
}

async function treeOf(session: CDPSession): Promise<TreeNode> {
  const { frameTree } = await session.send('Page.getFrameTree');
  return frameTree;
}

function holds(tree: TreeNode, frameId: string): boolean {
  return (
    tree.frame.id === frameId || (tree.childFrames ?? []).some((child) => holds(child, frameId))
  );
}
