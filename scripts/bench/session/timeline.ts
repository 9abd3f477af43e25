import { performance } from 'node:perf_hooks';
import type { CDPSession, Page } from 'playwright';

interface Entry {
  atMs: number;
  tookMs: number;
  what: string;
}

/**
 * Where the time of a session goes: what is asked of the browser, and from when to when.
 * Only what goes through DevTools sessions of our own and through the page's mouse and keyboard is seen.
 */
export class Timeline {
  readonly #entries: Entry[] = [];
  readonly #startMs = performance.now();

  static async of(page: Page): Promise<Timeline> {
    const timeline = new Timeline();
    const session = await page.context().newCDPSession(page);
    const sessions = Object.getPrototypeOf(session) as CDPSession;
    await session.detach();
    timeline.#follow(sessions, 'send', (method, params) => `${method} ${named(params)}`);
    for (const device of [page.mouse, page.keyboard]) {
      for (const input of ['move', 'down', 'up', 'press', 'type', 'insertText', 'click']) {
        timeline.#follow(device, input, (...given) => `${input} ${given.map(String).join(' ')}`);
      }
    }
    return timeline;
  }

  print(): string {
    const sorted = this.#entries.toSorted((one, other) => one.atMs - other.atMs);
    let lastMs = sorted[0]?.atMs ?? 0;
    return sorted
      .map(({ atMs, tookMs, what }) => {
        const gap = atMs - lastMs;
        lastMs = atMs;
        const [at, after, took] = [atMs - this.#startMs, gap, tookMs].map((ms) =>
          ms.toFixed(1).padStart(7),
        );
        return `${at} +${after} ${took}  ${what}`;
      })
      .join('\n');
  }

  #follow(on: object, method: string, says: (...args: never[]) => string): void {
    const members = on as Record<string, (...args: unknown[]) => unknown>;
    const original = members[method];
    if (!original) return;
    const entries = this.#entries;
    members[method] = async function followed(this: unknown, ...args: unknown[]) {
      const atMs = performance.now();
      try {
        return await original.apply(this, args);
      } finally {
        entries.push({ atMs, tookMs: performance.now() - atMs, what: says(...(args as never[])) });
      }
    };
  }
}

/** Which function is called, of the source that goes out. */
function named(params: unknown): string {
  const { functionDeclaration = '', expression = '' } = (params ?? {}) as Record<string, string>;
  const source = functionDeclaration || expression;
  return /function (\w+)/.exec(source)?.[1] ?? source.slice(0, 40);
}
