import type { Download, FileChooser, Page } from 'playwright';
import { ActBrowserCrashedError } from '../../errors/index.js';
import type { Box } from '../actuator.js';
import { FrameSessions } from '../frames/frame-sessions.js';
import type { Settler } from '../settle/settler.js';
import { answerDialogs, type DialogPolicy } from './dialogs.js';

export type AttachSettler = (page: Page) => Promise<Settler>;

export interface TabOptions {
  readonly dialogPolicy: DialogPolicy;
  readonly attachSettler: AttachSettler;
  /** Something happened that the agent should hear of with its next result. */
  note(text: string): void;
}

/** The reason of `Tab.lost` when the page was closed, by itself or by somebody. */
export const TAB_CLOSED = Symbol('tab closed');

/** One page of the session, with what is attached to it and what happened to it. */
export class Tab {
  readonly page: Page;
  /** A chooser that the page opened and nobody has answered, and where the click was that did it. */
  chooser: { chooser: FileChooser; box: Box | undefined; told: boolean } | undefined;
  /** Where the action under way points. */
  pointedAt: Box | undefined;
  /** A button of the mouse was pressed and, because of an abort, not released. */
  mouseIsDown = false;
  readonly #lost = new AbortController();
  readonly #options: TabOptions;
  readonly #undo: (() => void)[] = [];
  #sessions: Promise<FrameSessions> | undefined;
  #settler: Promise<Settler> | undefined;

  constructor(page: Page, options: TabOptions) {
    this.page = page;
    this.#options = options;
    this.#undo.push(answerDialogs(page, options.dialogPolicy, options.note));
    const listen = <E extends 'filechooser' | 'crash' | 'close' | 'download'>(
      event: E,
      listener: (argument: never) => void,
    ) => {
      page.on(event as 'close', listener as () => void);
      this.#undo.push(() => page.off(event as 'close', listener as () => void));
    };
    // Listening at all keeps the system's own dialog from opening.
    listen('filechooser', (chooser: FileChooser) => {
      this.chooser = { chooser, box: this.pointedAt, told: false };
    });
    listen('crash', () => {
      this.#lost.abort(new ActBrowserCrashedError("The page's process crashed"));
    });
    listen('close', () => this.#lost.abort(TAB_CLOSED));
    listen('download', (download: Download) => {
      options.note(`A download was started: ${JSON.stringify(download.suggestedFilename())}.`);
    });
    if (page.isClosed()) this.#lost.abort(TAB_CLOSED);
  }

  /** Aborted when the page can no longer be acted upon. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  sessions(): Promise<FrameSessions> {
    this.#sessions ??= FrameSessions.open(this.page);
    return this.#sessions;
  }

  settler(): Promise<Settler> {
    this.#settler ??= this.#options.attachSettler(this.page);
    return this.#settler;
  }

  /** Takes everything off the page again. */
  async detach(): Promise<void> {
    for (const undo of this.#undo.splice(0)) undo();
    const detach = async (thing: Promise<{ detach(): Promise<void> }> | undefined) =>
      (await thing)?.detach();
    await Promise.allSettled([detach(this.#settler), detach(this.#sessions)]);
  }
}
