import type { EventEmitter } from 'node:events';
import type { Dialog, Page } from 'playwright';
import { redactUrl } from '../../errors/redact-url.js';
import type { BrowserOptions, DialogAnswer, DialogView } from '../browser-options.js';

export type DialogPolicy = NonNullable<BrowserOptions['onDialog']>;

/**
 * Nothing of a page moves while a dialog is open, so each is answered at once. An alert has only one
 * answer, and an agent that navigates means to leave; but what `confirm` asks may not be undone, and
 * the agent has not seen it: it is dismissed, and told.
 */
export function defaultDialogAnswer({ type }: DialogView): DialogAnswer {
  return type === 'alert' || type === 'beforeunload' ? 'accept' : 'dismiss';
}

/**
 * Answers every dialog of the page and says so through `note`: `undone` where the answer was no, for
 * then what the action was to bring about has not happened. On a page whose owner listens for
 * dialogs himself they are his to answer. The function given back stops it.
 */
export function answerDialogs(
  page: Page,
  policy: DialogPolicy,
  note: (text: string, undone?: 'undone') => void,
): () => void {
  // Playwright's pages are event emitters; its types leave this method out.
  const answeredByOwner = (page as unknown as EventEmitter).listenerCount('dialog') > 0;
  const onDialog = async (dialog: Dialog) => {
    const view = viewOf(dialog, page);
    if (answeredByOwner) {
      note(`${asked(view)} It is answered by the program that owns the page.`);
      return;
    }
    let answer: DialogAnswer;
    try {
      answer = await policy(view);
    } catch {
      // The page may not hang because a callback failed; it is answered as if there were none.
      answer = defaultDialogAnswer(view);
    }
    note(`${asked(view)} ${told(answer, view)}`, answer === 'dismiss' ? 'undone' : undefined);
    await reply(dialog, answer);
  };
  page.on('dialog', onDialog);
  return () => page.off('dialog', onDialog);
}

async function reply(dialog: Dialog, answer: DialogAnswer): Promise<void> {
  try {
    if (answer === 'dismiss') await dialog.dismiss();
    else await dialog.accept(typeof answer === 'object' ? answer.promptText : undefined);
  } catch {
    // Its page is gone, or somebody else was quicker: it is answered.
  }
}

function viewOf(dialog: Dialog, page: Page): DialogView {
  return {
    type: dialog.type() as DialogView['type'],
    message: dialog.message(),
    defaultValue: dialog.defaultValue(),
    url: redactUrl(page.url()),
  };
}

function asked({ type, message }: DialogView): string {
  if (type === 'beforeunload') return 'The page asked whether to leave it.';
  const said = JSON.stringify(message.length > 500 ? `${message.slice(0, 500)}…` : message);
  return type === 'alert'
    ? `The page showed an alert: ${said}.`
    : `The page asked (${type}): ${said}.`;
}

function told(answer: DialogAnswer, { type }: DialogView): string {
  if (typeof answer === 'object') return `It was answered ${JSON.stringify(answer.promptText)}.`;
  if (type === 'alert') return 'It was closed.';
  if (type === 'beforeunload') return answer === 'accept' ? 'It was left.' : 'It was stayed on.';
  return answer === 'accept' ? 'It was answered OK.' : 'It was answered Cancel.';
}
