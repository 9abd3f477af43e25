import { inspect } from 'node:util';
import { type ActError, NovaAct, NovaActError, type Schema, tool } from '@nova-act/core';
import { scriptedModel } from '@nova-act/local';
import { Workflow } from '@nova-act/workflow';
import { fakeActuator } from '../../../packages/core/test/support/fake-actuator.js';
import { localRun } from '../../../test/workflow/support/local-run.js';
import { checkRecord } from '../statuses/check-record.js';
import { type Told, told, toldByAct, toldByRun } from '../statuses/told.js';
import type { AnswerPlan, AnswersCase } from './answer-plan.js';
import { writeAnswer } from './write-answer.js';

const SCHEMAS: readonly (Schema | undefined)[] = [
  undefined,
  { type: 'string' },
  { type: 'array', uniqueItems: true, items: { type: ['number', 'object', 'string'] } },
  { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'] },
];

const count = tool({
  name: 'count',
  description: 'Counts.',
  inputSchema: { type: 'object', properties: { n: { type: 'number' } } },
  execute: () => 1,
});

/** Longer messages nobody reads, and a log line should hold one. */
const LONGEST_MESSAGE = 12_000;
const PROTOTYPE = Reflect.ownKeys(Object.prototype).length;

/** One act whose answers are the plan's; gives what was wrong with how it ended. */
export async function runCase(
  { surface, answers, schema }: AnswersCase,
  tally: (what: string, times?: number) => void,
): Promise<string[]> {
  const wrong: string[] = [];
  const { service, ...local } = localRun({ model: scriptedModel(() => [['return', '"done"']]) });
  const left = [...answers];
  const options = Object.assign({}, local[surface], {
    fetch: instead((request) => service.fetch(request), left),
  });
  const account = { told: new Map<string, Told>(), heard: new Set<string>() };
  const chosen = SCHEMAS[schema];
  const running = Workflow.run(options, async (workflow) => {
    account.heard.add(workflow.workflowRunId);
    await NovaAct.use({ actuator: fakeActuator(), tools: [count] }, async (nova) => {
      try {
        const { metadata } = chosen
          ? await nova.act('Do it', { maxSteps: 4, schema: chosen })
          : await nova.act('Do it', { maxSteps: 4 });
        if (metadata.actId) account.told.set(metadata.actId, told('SUCCEEDED'));
        tally('acts that succeeded');
      } catch (error) {
        const { metadata } = error as ActError;
        if (metadata?.actId) account.told.set(metadata.actId, toldByAct(error));
        wrong.push(...faultsOf(error));
        tally('acts that failed');
        throw error;
      }
    });
  });
  const outcome = await running.then(() => told('SUCCEEDED'), toldByRun);
  for (const { workflowRunId } of service.runs()) account.told.set(workflowRunId, outcome);
  if (Reflect.ownKeys(Object.prototype).length !== PROTOTYPE)
    wrong.push('Object.prototype changed');
  if (
    answers.every(({ kind }) => kind === 'honest') &&
    schema < 2 &&
    outcome.status !== 'SUCCEEDED'
  )
    wrong.push('an honest answer was not taken');
  return [...wrong, ...checkRecord(service, account)];
}

/** The answers to steps are the plan's, one after the other; when they are used up, the service's own. */
function instead(
  fetch: (request: Request) => Promise<Response>,
  left: AnswerPlan[],
): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const answer = await fetch(request);
    const plan = /\/invoke-step\/?$/.test(new URL(request.url).pathname) ? left.shift() : undefined;
    return plan && answer.ok ? writeAnswer(plan, answer) : answer;
  };
}

function faultsOf(error: unknown): string[] {
  if (!(error instanceof NovaActError)) return [`an error that is not ours: ${inspect(error)}`];
  const { message } = error;
  const faults: string[] = [];
  if (message.length > LONGEST_MESSAGE) faults.push(`a message of ${message.length} characters`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0008\u000b-\u001f]/.test(message)) faults.push('control characters in a message');
  JSON.stringify(error);
  inspect(error, { depth: 20 });
  return faults;
}
