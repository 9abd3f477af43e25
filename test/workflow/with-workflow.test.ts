import { AuthError, ValidationError } from '@nova-act/core';
import { readConfig } from '@nova-act/core/runtime';
import {
  currentWorkflow,
  tryCurrentWorkflow,
  Workflow,
  withWorkflow,
  workflow,
} from '@nova-act/workflow';
import { describe, expect, it } from 'vitest';
import { localRun, rejection } from './support/local-run.js';

describe('withWorkflow', () => {
  it('gives a function with the same this, arguments, name and length, and its promised result', async () => {
    const { iam } = localRun();
    const owner = {
      factor: 3,
      times: withWorkflow(iam, async function times(this: { factor: number }, by: number) {
        return this.factor * by;
      }),
    };
    expect(await owner.times(5)).toBe(15);
    expect([owner.times.name, owner.times.length]).toEqual(['times', 1]);
  });

  it('makes each call a run of its own, calls that overlap too', async () => {
    const { iam, statuses } = localRun();
    const main = withWorkflow(iam, async () => currentWorkflow().workflowRunId);
    const ids = await Promise.all([main(), main(), main()]);
    expect(new Set(ids).size).toBe(3);
    expect(statuses()).toEqual(Array(3).fill(['SUCCEEDED', 1]));
  });

  it('takes a function that is not async, and rejects where it throws', async () => {
    const { iam, statuses } = localRun();
    expect(await withWorkflow(iam, (a: number, b: number) => a + b)(1, 2)).toBe(3);
    const thrown = await rejection(
      withWorkflow(iam, () => {
        throw new RangeError('own');
      })(),
    );
    expect(thrown).toBeInstanceOf(RangeError);
    expect(statuses().map(([status]) => status)).toEqual(['SUCCEEDED', 'FAILED']);
  });

  it('refuses what is not a function, at once', () => {
    expect(() => withWorkflow({}, 'main' as never)).toThrow(ValidationError);
  });

  it('rejects for options that cannot be used, and never throws from the call', async () => {
    const call = withWorkflow({ requestTimeoutMs: -1 }, async () => 1);
    const pending = call();
    expect(await rejection(pending)).toMatchObject({ field: 'requestTimeoutMs' });
  });
});

describe('the options of a workflow', () => {
  it('demand a definition with IAM', () => {
    const { seams } = localRun();
    const options = { region: 'us-east-1', ...seams };
    expect(() => new Workflow(options)).toThrow(/^workflowDefinitionName/);
    expect(() => new Workflow({ ...options, workflowDefinitionName: 'a b' })).toThrow(/a b/);
  });

  it('with an API key the definition is "default", and what is not used is told', async () => {
    const { apiKey, service } = localRun();
    const told: string[] = [];
    const logger = { debug() {}, info() {}, warn: (m: string) => void told.push(m), error() {} };
    const options = { ...apiKey, logger, workflowDefinitionName: 'flights', logGroupName: 'g' };
    await Workflow.run(options, (running) => {
      expect(running.workflowDefinitionName).toBe('default');
    });
    expect(service.runs()).toMatchObject([{ workflowDefinitionName: 'default' }]);
    expect(told).toEqual([
      'workflowDefinitionName is not used with an API key',
      'logGroupName is not used with an API key',
    ]);
  });

  it('carry model and log group', async () => {
    const { iam, service } = localRun();
    await Workflow.run({ ...iam, modelId: 'nova-act-preview', logGroupName: 'acts/dev' }, () => 1);
    expect(service.runs()).toMatchObject([
      { modelId: 'nova-act-preview', logGroupName: 'acts/dev' },
    ]);
  });

  it('do not guess when NOVA_ACT_API_KEY is set and neither kind is named: nothing is sent', async () => {
    const { service, seams } = localRun();
    const config = readConfig({ NOVA_ACT_API_KEY: service.apiKey });
    const options = { ...seams, config, workflowDefinitionName: 'flights' };
    expect(await rejection(Workflow.run(options, () => 1))).toBeInstanceOf(AuthError);
    expect(service.requests()).toEqual([]);
  });

  it('refuse a signal that is none', () => {
    const signal = {} as AbortSignal;
    expect(() => new Workflow({ ...localRun().iam, signal })).toThrow(/^signal/);
  });
});

describe('@workflow', () => {
  it('makes each call of a method a run, with its this and arguments', async () => {
    const { iam, statuses } = localRun();
    class Flights {
      constructor(private readonly prefix: string) {}

      @workflow(iam)
      async find(from: string): Promise<string> {
        expect(tryCurrentWorkflow()).toBeDefined();
        return `${this.prefix} ${from}`;
      }

      @workflow(iam)
      static async all(): Promise<number> {
        return 7;
      }
    }
    expect(await new Flights('from').find('Boston')).toBe('from Boston');
    expect(await Flights.all()).toBe(7);
    expect(Flights.prototype.find.name).toBe('find');
    expect(statuses()).toEqual(Array(2).fill(['SUCCEEDED', 1]));
  });

  it('works in the calling convention of experimentalDecorators', async () => {
    const { iam, statuses } = localRun();
    class Legacy {
      factor = 2;
      async twice(n: number): Promise<number> {
        return n * this.factor;
      }
    }
    const descriptor = Object.getOwnPropertyDescriptor(Legacy.prototype, 'twice');
    if (!descriptor) throw new Error('no method');
    workflow(iam)(Legacy.prototype, 'twice', descriptor);
    Object.defineProperty(Legacy.prototype, 'twice', descriptor);
    expect(await new Legacy().twice(4)).toBe(8);
    expect(statuses()).toEqual([['SUCCEEDED', 1]]);
  });

  it('refuses what is not a method, by its name', () => {
    const decorate = workflow({}) as (...args: unknown[]) => unknown;
    const standard = (kind: string) => () => decorate(undefined, { kind, name: 'speed' });
    for (const kind of ['class', 'field', 'getter', 'setter', 'accessor']) {
      expect(standard(kind)).toThrow(new RegExp(`${kind} speed, which is not a method`));
    }
    const getter = { get: () => 1, configurable: true };
    expect(() => decorate({}, 'speed', getter)).toThrow(/speed, which is not a method/);
    expect(() => decorate(class {}, undefined, undefined)).toThrow(ValidationError);
  });
});
