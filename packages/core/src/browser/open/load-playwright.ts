import type { BrowserType } from 'playwright';
import { ValidationError } from '../../errors/index.js';

/** Loaded when a browser is first needed: a session with its own `actuator` never needs it. */
export async function loadChromium(): Promise<BrowserType> {
  try {
    return (await import('playwright')).chromium;
  } catch (cause) {
    throw new ValidationError(
      'cannot be found',
      { field: 'playwright', remedy: 'Install it beside this package: npm install playwright.' },
      { cause },
    );
  }
}
