import type { Download, FileChooser, Page } from 'playwright';
import { ActBrowserCrashedError } from '../../errors/index.js';
import type { Box } from '../actuator.js';
import type { Boundary } from '../boundary/boundary.js';
import { noteProgramNavigations } from '../boundary/program-navigations.js';
import { FrameSessions } from '../frames/frame-sessions.js';
import type { Settler } from '../settle/settler.js';
import { answerDialogs, type DialogPolicy } from './dialogs.js';
import { tellDownloads } from './downloads.js';
import type { Told } from './told.js';

/** `isEffect`: the page came of what was done. */
export type AttachSettler = (page: Page, isEffect: boolean) => Promise<Settler>;

export interface TabOptions {
  readonly dialogPolicy: DialogPolicy;
  readonly attachSettler: AttachSettler;
  readonly boundary: Boundary;
  /** Keeps what was downloaded. */
  onDownload(download: Download): void;
  /** Hears of what happens beside the actions. */
  readonly told: Told;
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
  /** It opened for what may not be open, and is about to be closed. */
  dismissed = false;
  /** It opened in the session, as an effect of what was done there. */
  readonly isNew: boolean;
  readonly #lost = new AbortController();
  readonly #options: TabOptions;
  readonly #undo: (() => void)[] = [];
  #sessions: Promise<FrameSessions> | undefined;
  #settler: Promise<Settler> | undefined;

  constructor(page: Page, options: TabOptions, isNew: boolean) {
    this.page = page;
    this.isNew = isNew;
    this.#options = options;
    const { dialogPolicy, told } = options;
    this.#undo.push(
      answerDialogs(page, dialogPolicy, (text, undone) => told.tell(text, undone !== undefined)),
    );
    this.#undo.push(tellDownloads(page, told, options.onDownload));
    this.#undo.push(noteProgramNavigations(page, options.boundary));
    const listen = <E extends 'filechooser' | 'crash' | 'close'>(
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
    if (page.isClosed()) this.#lost.abort(TAB_CLOSED);
  }

  /** Aborted when the page can no longer be acted upon. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  sessions(): Promise<FrameSessions> {
    this.#sessions ??= this.#attached(FrameSessions.open(this.page), () => {
      this.#sessions = undefined;
    });
    return this.#sessions;
  }

  settler(): Promise<Settler> {
    this.#settler ??= this.#attached(this.#options.attachSettler(this.page, this.isNew), () => {
      this.#settler = undefined;
    });
    return this.#settler;
  }

  /** What failed once, in the midst of a navigation say, is tried again when it is next needed. */
  #attached<T>(attaching: Promise<T>, forget: () => void): Promise<T> {
    attaching.catch(forget);
    return attaching;
  }

  /** Takes everything off the page again. */
  async detach(): Promise<void> {
    for (const undo of this.#undo.splice(0)) undo();
    const detach = async (thing: Promise<{ detach(): Promise<void> }> | undefined) =>
      (await thing)?.detach();
    await Promise.allSettled([detach(this.#settler), detach(this.#sessions)]);
  }
}
