import type { CallView, NovaActEvent } from '@nova-act/core';
import { redactUrl } from '@nova-act/core/runtime';

/** A step when it is done: what `--ndjson` prints of it. */
export interface StepLine {
  readonly type: 'step';
  readonly step: number;
  readonly url: string;
  readonly calls: readonly {
    readonly name: string;
    readonly input: CallView['input'];
    readonly outcome: string;
  }[];
}

/** Listens to an act and tells each step when it is done. */
export function stepLines(tell: (line: StepLine) => void): (event: NovaActEvent) => void {
  let url = '';
  let calls: StepLine['calls'][number][] = [];
  return (event) => {
    if (event.type === 'step.observed') {
      url = redactUrl(event.observation.activeURL);
      calls = [];
    }
    if (event.type === 'call.finished') {
      const { name, input } = event.call;
      calls.push({ name, input, outcome: event.outcome });
    }
    if (event.type === 'step.finished') tell({ type: 'step', step: event.step, url, calls });
  };
}
