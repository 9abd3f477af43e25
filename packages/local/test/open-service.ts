import { createLocalService, type LocalServiceOptions, scriptedModel } from '@nova-act/local';
import type { Answered, Send } from './clients.js';
import { clientInfo, firstResults, type Opened, observation, openAct } from './life-of-a-run.js';
import { surfaces } from './transports.js';

export const runs = '/workflow-definitions/default/workflow-runs';
export const newRun = { modelId: 'nova-act-latest', clientInfo };
const looking = scriptedModel(() => [['agentClick', '<box>1,1,2,2</box>'], 'takeObservation']);

/** A service in memory with a clock that stands still, and a client of one surface. */
export function open(options: LocalServiceOptions = {}, surface: keyof typeof surfaces = 'AWS') {
  const clock = { nowMs: Date.now() };
  const service = createLocalService({ model: looking, now: () => clock.nowMs, ...options });
  const { client, stepEnd } = surfaces[surface];
  const send = client({ ...service, origin: 'http://nova-act.test' });
  return { service, send, clock, openAct: (parts = {}) => openAct(send, { stepEnd, ...parts }) };
}

/** Asks for the first step of an act. */
export const first = (send: Send, paths: Opened) =>
  send('PUT', paths.step, { callResults: firstResults() });

export const callsOf = (answer: Answered) =>
  answer.body['calls'] as { callId: string; name: string }[];

/** What a client says that has done all that an answer wants. */
export const resultsOf = (answer: Answered) =>
  callsOf(answer).map(({ callId, name }) => ({
    callId,
    content: [{ text: name === 'takeObservation' ? observation() : 'null' }],
  }));

/** Asks for the step after `answer`. */
export const next = (send: Send, paths: Opened, answer: Answered) =>
  send('PUT', paths.step, {
    previousStepId: answer.body['stepId'],
    callResults: resultsOf(answer),
  });
