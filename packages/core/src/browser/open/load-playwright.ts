import type { BrowserType } from 'playwright';
import { ValidationError } from '../../errors/index.js';

type Playwright = { chromium: BrowserType };

/**
 * Playwright, or `playwright-core`, which is the same without its own browsers. The second name is not
 * for bundlers to see: neither can run from a bundle, and one that leaves `playwright` out, as it has
 * to, would take in `playwright-core` in its place.
 */
const WAYS: Record<string, () => Promise<Playwright>> = {
  playwright: () => import('playwright'),
  'playwright-core': () => unseen('playwright-core'),
};
const unseen = (name: string): Promise<Playwright> =>
  import(/* webpackIgnore: true */ /* @vite-ignore */ name);

/**
 * Loaded when a browser is first needed: a session with its own `actuator` never needs it.
 * @throws ValidationError when it is not installed, or is there and does not load.
 */
export async function loadChromium(ways = WAYS): Promise<BrowserType> {
  let missing: unknown;
  for (const [name, load] of Object.entries(ways)) {
    try {
      return (await load()).chromium;
    } catch (cause) {
      if (!isMissing(cause, name)) throw notLoadable(name, cause);
      missing ??= cause;
    }
  }
  throw new ValidationError(
    'is not installed',
    {
      field: 'playwright',
      remedy:
        'Install it beside this package: npm install playwright. Or, with a browser of your own, ' +
        'npm install playwright-core. A bundle needs it beside the bundle.',
    },
    { cause: missing },
  );
}

/** Whether it is the package itself that is not there, and not a part of it. */
function isMissing(error: unknown, name: string): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  const { code, message } = error;
  const [first = ''] = message.split('\n');
  return (
    (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') &&
    // `'playwright'` and `'playwright/index.js'` are the package; a path that ends in it is not.
    (first.includes(`'${name}'`) || first.includes(`'${name}/`))
  );
}

function notLoadable(name: string, cause: unknown): ValidationError {
  const [said = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
  return new ValidationError(
    `is there and cannot be loaded: ${said}`,
    {
      field: name,
      remedy:
        'It cannot run as part of a bundle, for it reads files of its own: if this program is one, ' +
        'leave it outside (esbuild --external:playwright, `external` in rollup and rolldown, ' +
        '`externals` in webpack) and install it beside the bundle. Otherwise install it again: ' +
        `npm install ${name}.`,
    },
    { cause },
  );
}
