import { rerun } from './api.js';
import type { ActRow, RerunStep, StepRow } from './api-types.js';
import { button, element } from './element.js';
import { count } from './format.js';
import { liveRerun } from './live-rerun.js';
import { type RerunForm, rerunForm } from './rerun-form.js';
import { rerunStepView } from './rerun-step-view.js';

export interface RerunView {
  element: HTMLElement;
  focus(): void;
  /** Ends a rerun that is under way. */
  close(): void;
}

/** What another model would have done from a step of an act on, beside what is on record. */
export function rerunView(
  act: ActRow,
  rows: readonly StepRow[],
  stepId: string,
  onClose: () => void,
  onError: (error: unknown) => void,
): RerunView {
  const from = rows.find((row) => row.stepId === stepId);
  const summary = element('p', { class: 'summary', role: 'status' });
  const steps = element('ol', { class: 'rerun-steps', 'aria-label': 'Steps of the rerun' });
  let running: AbortController | undefined;

  const run = async ({ model, text }: { model: string; text: string }) => {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    steps.replaceChildren();
    form.say('');
    form.busy(true);
    const seen: RerunStep[] = [];
    const tell = (ended: boolean) => {
      summary.textContent = summaryOf(seen, ended);
    };
    tell(false);
    try {
      for await (const step of rerun(act.actId, { from: stepId, model, text }, controller.signal)) {
        seen.push(step);
        steps.append(rerunStepView(step));
        tell(false);
      }
      tell(true);
    } catch (error) {
      if (controller.signal.aborted) return;
      summary.textContent = '';
      if (error instanceof Error && error.name === 'Error') form.say(error.message);
      else onError(error);
    } finally {
      if (running === controller) form.busy(false);
    }
  };
  const live = liveRerun(act, { step: from?.step ?? 1, stepId }, () => form.script());
  const form: RerunForm = rerunForm(
    rows.slice(Math.max(0, from ? rows.indexOf(from) : 0)),
    (wish) => {
      run(wish).catch(onError);
    },
    live.choose,
  );

  return {
    element: element(
      'section',
      { class: 'rerun', 'aria-label': 'Rerun from a step' },
      element(
        'header',
        { class: 'line' },
        element('h2', {}, `Rerun from step ${from?.step ?? '?'}`),
        button('Back to the step', onClose, { class: 'far', title: 'Back (Esc)' }),
      ),
      element('p', { class: 'whole-prompt' }, act.prompt),
      element(
        'p',
        { class: 'soft' },
        'Another model is shown each page and result on record, and asked what it would have done. Nothing is done in a browser: where it would have done something else, the pages after it are still those on record.',
      ),
      element('div', { class: 'ways' }, form.element, live.element),
      summary,
      steps,
    ),
    focus: () => form.focus(),
    close: () => running?.abort(),
  };
}

function summaryOf(steps: readonly RerunStep[], ended: boolean): string {
  if (steps.length === 0) return ended ? 'There is no step from here on.' : 'Asking…';
  const unasked = steps.filter((step) => step.given === undefined).length;
  const different = steps.filter((step) => step.differs.length > 0);
  const [first] = different;
  const same = steps.length - different.length - unasked;
  const parts = [
    `${same} of ${count(steps.length, 'step')} the same`,
    ...(first === undefined ? [] : [`the first that differs is step ${first.step}`]),
    ...(unasked === 0 ? [] : [`${unasked} without an answer`]),
  ];
  return `${ended ? '' : 'Asking… '}${parts.join(', ')}.`;
}
