import { AgentRedirectError } from '../../errors/index.js';
import type { Tab } from '../tabs/tab.js';
import type { Hand } from './hand.js';

/** Told when a click opened a file chooser, at once or while the page settled. */
export function chooserRedirect(): AgentRedirectError {
  return new AgentRedirectError(
    'The click opened a file chooser. Use agentType with the path of a file in the same box.',
  );
}

/** After a press: one question to the page, by whose answer a chooser has been announced. */
export async function askPage({ sessions }: Hand): Promise<void> {
  try {
    await sessions.main.send('Runtime.evaluate', { expression: '0' });
  } catch {
    // The click led to another document: no chooser of this one can be open.
  }
}

/** True once for each chooser. */
export function hasNewChooser(tab: Tab): boolean {
  if (!tab.chooser || tab.chooser.told) return false;
  tab.chooser.told = true;
  return true;
}
