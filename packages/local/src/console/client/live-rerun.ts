import { readCassette } from './api.js';
import type { ActRow } from './api-types.js';
import { copyButton } from './copy-button.js';
import { button, element } from './element.js';
import { cassetteName, type RerunModel, rerunCommand } from './rerun-command.js';

export interface LiveRerun {
  element: HTMLElement;
  /** Another model was chosen, or another file. */
  choose(model: RerunModel, file: string | undefined): void;
}

/** How to see in a browser where another model goes from a step on: the files that it takes, and the command. */
export function liveRerun(
  act: ActRow,
  { step, stepId }: { step: number; stepId: string },
  script: () => string,
): LiveRerun {
  const about = element('p', { class: 'soft' });
  const command = element('pre', { 'aria-label': 'Command' });
  const problem = element('p', { class: 'notice bad', role: 'alert', hidden: true });
  const say = (text: string) => {
    problem.textContent = text;
    problem.hidden = text === '';
  };
  const cassette = cassetteName(act.actId, step);
  const steps = button('Download the steps before it', () => {
    say('');
    readCassette(act.actId, stepId).then(
      (text) => save(cassette, text),
      (error: unknown) => say(error instanceof Error ? error.message : String(error)),
    );
  });
  const scriptFile = button('Download the script', () => save('script.json', script()));
  const copy = copyButton('Copy the command', () => command.textContent ?? '');
  return {
    element: element(
      'section',
      { class: 'rerun-form', 'aria-label': 'In a browser' },
      element('h3', {}, 'In a browser'),
      about,
      element('div', { class: 'line files' }, steps, scriptFile),
      problem,
      command,
      copy,
    ),
    choose: (model, file) => {
      about.textContent =
        model === 'recorded'
          ? 'Run your program again, and the file’s act is played from its first step, each call aimed at the page as it is then.'
          : `Run your program again: what is on record up to here is played, each call aimed at the page as it is then, and from step ${step} on the model chosen above goes on, whatever comes of it.`;
      steps.hidden = model === 'recorded';
      scriptFile.hidden = model !== 'scripted';
      command.textContent = rerunCommand(model, cassette, file);
    },
  };
}

function save(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text]));
  element('a', { href, download: name }).click();
  // The click has taken it by then.
  setTimeout(() => URL.revokeObjectURL(href));
}
