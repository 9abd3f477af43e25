import type { CDPSession, Page } from 'playwright';
import { applyInput } from './apply-input.js';
import type { InputEvent } from './input-event.js';

/** A picture of the page, and what is in it. */
export interface Frame {
  /** JPEG, base64. */
  readonly data: string;
  /** The viewport's size in CSS pixels, whatever the picture's. */
  readonly width: number;
  readonly height: number;
  readonly url: string;
}

interface ScreencastFrame {
  data: string;
  sessionId: number;
  metadata: { deviceWidth: number; deviceHeight: number };
}

/** Input that has not been done yet; more than this is of a page that does not answer, and is dropped. */
const MOST_PENDING = 500;

/**
 * The page as a person sees and works it from elsewhere. It follows the session: a tab that opens is
 * shown, and when it closes the one before. `front` gives the page that is in front now.
 */
export class LivePage {
  readonly #front: () => Page | undefined;
  readonly #show: (frame: Frame) => Promise<void> | void;
  readonly #undo: (() => void)[] = [];
  #shown: Page | undefined;
  #session: CDPSession | undefined;
  #doing: Promise<void> = Promise.resolve();
  #pending = 0;
  #isOver = false;
  #starting: Promise<void> | undefined;
  /** The last picture; undefined before the first. */
  latest: Frame | undefined;

  constructor(front: () => Page | undefined, show: (frame: Frame) => Promise<void> | void) {
    this.#front = front;
    this.#show = show;
  }

  /** From here on it is shown; the first call counts. */
  start(): Promise<void> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  async #start(): Promise<void> {
    const context = this.#front()?.context();
    if (!context) return;
    const follow = () => {
      // The session hears of the tab, too, and says which one is in front.
      setImmediate(() => void this.#follow().catch(() => {}));
    };
    const onPage = (page: Page) => {
      page.once('close', follow);
      follow();
    };
    context.on('page', onPage);
    for (const page of context.pages()) page.once('close', follow);
    this.#undo.push(() => {
      context.off('page', onPage);
      for (const page of context.pages()) page.off('close', follow);
    });
    await this.#follow();
  }

  /** In the order they come. Gives when they are done. */
  input(events: readonly InputEvent[]): Promise<void> {
    if (this.#pending > MOST_PENDING) return this.#doing;
    this.#pending += events.length;
    this.#doing = this.#doing.then(async () => {
      for (const event of events) {
        this.#pending -= 1;
        const page = this.#front();
        if (this.#isOver || !page || page.isClosed()) continue;
        // A page that goes away under the hand is seen to be gone.
        await applyInput(page, event).catch(() => {});
      }
    });
    return this.#doing;
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    for (const undo of this.#undo.splice(0)) undo();
    await this.#leave();
  }

  async #follow(): Promise<void> {
    const page = this.#front();
    if (this.#isOver || !page || page === this.#shown || page.isClosed()) return;
    this.#shown = page;
    await this.#leave();
    const session = await page.context().newCDPSession(page);
    if (this.#isOver || this.#shown !== page) return void session.detach().catch(() => {});
    this.#session = session;
    session.on('Page.screencastFrame', (frame) => void this.#pass(session, page, frame));
    await page.bringToFront();
    await session.send('Page.startScreencast', { format: 'jpeg', quality: 70 });
  }

  async #pass(session: CDPSession, page: Page, frame: ScreencastFrame): Promise<void> {
    const { deviceWidth: width, deviceHeight: height } = frame.metadata;
    try {
      // The next one comes when this one has gone out: a slow line gets fewer pictures, not late ones.
      this.latest = { data: frame.data, width, height, url: page.url() };
      await this.#show(this.latest);
      await session.send('Page.screencastFrameAck', { sessionId: frame.sessionId });
    } catch {
      // The page or its session is gone; what is in front then is followed.
    }
  }

  async #leave(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await session?.detach().catch(() => {});
  }
}
