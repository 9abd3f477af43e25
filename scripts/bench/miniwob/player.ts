import type { ScriptedCall } from '@nova-act/local';
import type { Locator, Page } from 'playwright';
import type { ActLine } from './act-line.js';
import { type Box, boxOf, scrollNeeded } from './where.js';

/** An element, the first that a selector finds, or a point of the page. */
export type Target = Locator | string | { x: number; y: number };

/** The episode is over: the page has given its reward. */
export class EpisodeOver extends Error {
  override readonly name = 'EpisodeOver';
}

/**
 * What an oracle plays with. It reads the page as it likes; whatever it does goes through the service as
 * a program of protocol calls, and comes back when the page is at rest and was looked at.
 */
export class Player {
  readonly page: Page;
  readonly #line: ActLine;
  readonly #told: string[] = [];

  constructor(page: Page, line: ActLine) {
    this.page = page;
    this.#line = line;
  }

  /** What the agent was told of calls that were not done. */
  get redirects(): readonly string[] {
    return this.#told;
  }

  /** The task in the page's own words. */
  async query(): Promise<string> {
    const text = await this.page.locator('#query').textContent();
    return (text ?? '').replace(/\s+/g, ' ').trim();
  }

  /** Those of its words that are set in bold. */
  bold(): Promise<string[]> {
    return this.texts('#query .bold');
  }

  texts(selector: string): Promise<string[]> {
    return this.page.locator(selector).allTextContents();
  }

  /** Elements whose whole text is this, white space aside. */
  exactly(selector: string, text: string): Locator {
    const escaped = text
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\s+/g, '\\s+');
    return this.page.locator(selector, { hasText: new RegExp(`^\\s*${escaped}\\s*$`) });
  }

  async click(at: Target, type: 'left' | 'left-double' | 'right' = 'left'): Promise<void> {
    await this.do(['agentClick', await this.#boxAt(at), type]);
  }

  async type(text: string, at: Target, pressEnter = false): Promise<void> {
    await this.do(['agentType', text, await this.#boxAt(at), ...(pressEnter ? [true] : [])]);
  }

  async hover(at: Target): Promise<void> {
    await this.do(['agentHover', await this.#boxAt(at)]);
  }

  async scroll(direction: 'up' | 'down', at: Target, pixels?: number): Promise<void> {
    const value = pixels === undefined ? [] : [pixels];
    await this.do(['agentScroll', direction, await this.#boxAt(at), ...value]);
  }

  async wait(seconds: number): Promise<void> {
    await this.do(['wait', seconds]);
  }

  async clickNow(at: Target): Promise<ScriptedCall> {
    return ['agentClick', await this.#boxAt(at)];
  }

  /** Calls of one program, and one look after them. @throws EpisodeOver */
  async do(...calls: ScriptedCall[]): Promise<void> {
    const results = await this.#line.send([...calls, 'waitForPageToSettle', 'takeObservation']);
    for (const text of results) if (text.startsWith('AgentRedirectError')) this.#told.push(text);
    if (await this.page.evaluate<boolean>('WOB_DONE_GLOBAL')) throw new EpisodeOver();
  }

  async #boxAt(at: Target): Promise<string> {
    if (typeof at !== 'string' && 'x' in at) {
      return written({ left: at.x - 1, top: at.y - 1, right: at.x + 1, bottom: at.y + 1 });
    }
    const element = (typeof at === 'string' ? this.page.locator(at) : at).first();
    for (let turns = 0; turns < 8; turns++) {
      const needed = await element.evaluate(scrollNeeded, undefined, { timeout: 3_000 });
      if (!needed) break;
      await this.do(['agentScroll', needed.direction, written(needed.over), needed.pixels]);
    }
    return written(await element.evaluate(boxOf));
  }
}

const written = ({ left, top, right, bottom }: Box): string =>
  `<box>${top},${left},${bottom},${right}</box>`;
