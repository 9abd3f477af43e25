import { type LocalModel, scriptedModel } from '@nova-act/local';

/** What the service saw of one step. */
export interface TimedStep {
  /** From the answer with the click until the next request with its observation is read. */
  durationMs: number;
  /** Epoch milliseconds of the latter. */
  arrivedAtMs: number;
  screenshotBase64: string;
}

export interface StopwatchModel extends LocalModel {
  /** What the next steps do: a click, or this text is typed. */
  types(text: string | undefined): void;
  last(): TimedStep;
}

/**
 * A model that thinks for a while, has any client click on the page it has open, and times how long
 * the client takes to come back.
 */
export function stopwatchModel(thinkMs: number): StopwatchModel {
  let answeredAtMs = 0;
  let last: TimedStep | undefined;
  let typed: string | undefined;
  const box = '<box>0,0,40,120</box>';
  const model = scriptedModel(async ({ step, observation }) => {
    if (step === 1) {
      await new Promise((resolve) => setTimeout(resolve, thinkMs));
      answeredAtMs = performance.now();
      return [
        typed === undefined ? ['agentClick', box] : ['agentType', typed, box],
        'waitForPageToSettle',
        'takeObservation',
      ];
    }
    last = {
      durationMs: performance.now() - answeredAtMs,
      arrivedAtMs: Date.now(),
      screenshotBase64: observation?.screenshotBase64 ?? '',
    };
    return [['return', '"done"']];
  });
  return {
    ...model,
    types(text) {
      typed = text;
    },
    last() {
      if (!last) throw new Error('No step was timed: the act ended before its second step.');
      return last;
    },
  };
}
