import {
  ActCanceledError,
  type NovaAct,
  type NovaActOptions,
  type PlaywrightPage,
  ValidationError,
} from '@nova-act/core';
import { suppress } from '@nova-act/core/runtime';
import { Workflow, type WorkflowOptions } from '@nova-act/workflow';
import type { TestInfo } from '@playwright/test';
import type { ActsMemory } from '../acts/acts-memory.js';
import type { NovaActTraceMode } from '../options.js';
import { ActTraces } from './act-traces.js';
import type { ActsInTest, UnderWay } from './acts-in-test.js';
import { SessionInTest } from './session-in-test.js';
import { isCutOff, watchTest } from './watch-test.js';

export interface TestRunInput {
  readonly info: TestInfo;
  readonly workflow: WorkflowOptions;
  /** Of every session of the test. */
  readonly options: NovaActOptions;
  readonly acts: ActsInTest;
  readonly memory: Pick<ActsMemory, 'unwritten' | 'write'>;
  readonly baseUrl: string | undefined;
  readonly trace: NovaActTraceMode;
}

/** One test as one run on record, with the sessions in it. */
export class TestRun {
  readonly #input: TestRunInput;
  readonly #workflow: Workflow;
  readonly #sessions: SessionInTest[] = [];
  readonly #traces: ActTraces | undefined;
  readonly #over = new AbortController();
  readonly #unwatch: () => void;
  /** What was under way when the test's time was up. */
  #cut: readonly (UnderWay & { afterMs: number })[] = [];

  private constructor(input: TestRunInput, workflow: Workflow) {
    this.#input = input;
    this.#workflow = workflow;
    const { info, trace } = input;
    if (trace !== 'off') this.#traces = new ActTraces(info.outputPath('nova-act'));
    this.#unwatch = watchTest(info, () => this.#cutOff());
  }

  static async start(input: TestRunInput): Promise<TestRun> {
    const workflow = await Workflow.start(input.workflow);
    const description = workflow.workflowRunId;
    input.info.annotations.push({ type: 'nova act run', description });
    return new TestRun(input, workflow);
  }

  /** A session on a page that stays its owner's. */
  async open(page: PlaywrightPage, own: NovaActOptions): Promise<NovaAct> {
    const { options, acts, baseUrl } = this.#input;
    const all = { ...options, ...own };
    for (const name of ['page', 'workflow'] as const) refuseOwn(all, name);
    const traces = this.#traces;
    const { onEvent } = all;
    const hear: NovaActOptions['onEvent'] = traces
      ? (event) => {
          traces.hear(event);
          onEvent?.(event);
        }
      : onEvent;
    const signal = AbortSignal.any([this.#over.signal, all.signal ?? []].flat());
    const session = new SessionInTest(
      { ...all, page, workflow: this.#workflow, signal, onEvent: hear },
      acts,
      baseUrl,
    );
    this.#sessions.push(session);
    await session.start();
    return session;
  }

  /**
   * Closes what is open, keeps what was recorded in a test that ended as it was to, attaches the traces and ends the run: `SUCCEEDED` where the test was to pass and has.
   * @throws what could not be closed or put on record; Error that says which act the test's time cut off
   */
  async close(): Promise<void> {
    this.#unwatch();
    const { info, trace } = this.#input;
    if (isCutOff(info)) this.#cutOff();
    const errors: unknown[] = [];
    const trying = async (work: () => Promise<void>) => {
      try {
        await work();
      } catch (error) {
        errors.push(error);
      }
    };
    for (const session of this.#sessions.reverse()) await trying(() => session.stop());
    await this.#remember(errors.length === 0 && info.status === info.expectedStatus);
    const passes = errors.length === 0 && isPassing(info);
    const traces = passes && trace === 'retain-on-failure' ? undefined : this.#traces;
    if (traces) await trying(() => traces.attach(info));
    await trying(() => (passes ? this.#workflow.succeed() : this.#workflow.fail(errors[0])));
    const cut = info.status === 'timedOut' ? this.#cut.map(told) : [];
    const [first, ...later] = [...cut, ...errors];
    if (first === undefined) return;
    for (const error of later) if (first instanceof Error) suppress(first, error);
    throw first;
  }

  /** What cannot be written fails no test. */
  async #remember(isAsExpected: boolean): Promise<void> {
    const { info, memory } = this.#input;
    const { unwritten } = memory;
    if (unwritten === 0) return;
    let why = 'The test did not end as it was to';
    if (isAsExpected) {
      try {
        return await memory.write();
      } catch (error) {
        why = String(error);
      }
    }
    const description = `${why}: what ${unwritten === 1 ? 'an act' : `${unwritten} acts`} did is not recorded.`;
    info.annotations.push({ type: 'nova act not recorded', description });
  }

  /** Ends what is under way: nothing is clicked or typed any more. */
  #cutOff(): void {
    if (this.#over.signal.aborted) return;
    const { acts, info } = this.#input;
    const now = Date.now();
    this.#cut = acts.underWay.map((act) => ({ ...act, afterMs: now - act.sinceMs }));
    const why = info.status === 'timedOut' ? 'The test’s time is over' : 'The test was interrupted';
    this.#over.abort(new ActCanceledError(why));
  }
}

/** @throws ValidationError */
function refuseOwn(options: NovaActOptions, field: 'page' | 'workflow'): void {
  if (options[field] === undefined) return;
  throw new ValidationError('is the test’s own', {
    field: `novaActOptions.${field}`,
    remedy: 'Leave it out; novaOn(page) opens a session on another page, in the same run.',
  });
}

/** A test that is expected to fail is never a success: what it does is not done. */
const isPassing = ({ status, expectedStatus }: Pick<TestInfo, 'status' | 'expectedStatus'>) =>
  status === 'passed' && expectedStatus === 'passed';

const told = ({ title, afterMs }: { title: string; afterMs: number }): Error =>
  new Error(
    `The act “${title}” had been under way for ${afterMs} ms when the test’s time was over. ` +
      'Nothing more was done of it. test.setTimeout() and test.slow() give a test more time.',
  );
