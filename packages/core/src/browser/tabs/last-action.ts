import type { SettleReport } from '../actuator.js';
import type { SettleMark, SettleOptions } from '../settle/settler.js';
import type { Tab } from './tab.js';

interface Marked {
  readonly tab: Tab;
  readonly mark: SettleMark;
}

/** What was last done, in which tab: what a page has to come to rest from. */
export class LastAction {
  #marked: Marked | undefined;
  /** A tab that came of it, and the mark of its beginning. */
  #opened: Marked | undefined;

  /** Something is about to be done in the tab. */
  async begins(tab: Tab, signal: AbortSignal): Promise<void> {
    const settler = await tab.settler();
    this.#opened = undefined;
    this.#marked = { tab, mark: await settler.mark(signal) };
  }

  /** Waits until what came of it in this tab is over; see `Settler.settle`. */
  async settle<T>(tab: Tab, options: SettleOptions<T>): Promise<SettleReport & { captured?: T }> {
    const settler = await tab.settler();
    const begun = markIn(tab, this.#marked) ?? markIn(tab, this.#opened);
    const beginning = begun ? undefined : settler.beginning?.();
    if (beginning) this.#opened = { tab, mark: beginning };
    const mark = begun ?? beginning;
    // One that came to the front by itself is looked at as it is from now on.
    return settler.settle(mark ?? (await settler.mark(options.signal)), options);
  }
}

const markIn = (tab: Tab, marked: Marked | undefined): SettleMark | undefined =>
  marked?.tab === tab ? marked.mark : undefined;
