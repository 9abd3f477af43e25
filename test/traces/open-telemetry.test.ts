import { NovaAct, openTelemetry } from '@nova-act/core';
import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';
import * as api from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fakeActuator } from '../../packages/core/test/support/fake-actuator.js';

const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
let service: RunningLocalService;

beforeAll(async () => {
  api.trace.setGlobalTracerProvider(provider);
  api.context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  service = await startLocalService({ model: scriptedModel([[['return', '"done"']]]) });
});
afterAll(async () => {
  await service?.stop();
  api.trace.disable();
  api.context.disable();
  await provider.shutdown();
});

it('makes one tree of a run, over the wire: every request is in what it was for, with its id', async () => {
  const options = { workflowDefinitionName: 'flights', ...service.workflowOptions };
  const book = withWorkflow(options, () =>
    NovaAct.use({ actuator: fakeActuator() }, async (nova) => {
      await nova.act('Book');
    }),
  );
  {
    using _telemetry = openTelemetry(api);
    await book();
  }
  const all = exporter.getFinishedSpans();
  const nameOf = new Map(all.map((span) => [span.spanContext().spanId, span.name]));
  const tree = all.map((span) => {
    const { 'rpc.method': method, 'aws.request_id': id } = span.attributes;
    const above = nameOf.get(span.parentSpanContext?.spanId ?? '');
    return [method ?? span.name, above, ...(method === undefined ? [] : [typeof id])];
  });
  expect(tree).toEqual([
    ['CreateWorkflowRun', undefined, 'string'],
    ['CreateSession', 'invoke_workflow flights', 'string'],
    ['CreateAct', 'nova_act.session', 'string'],
    ['InvokeActStep', expect.stringMatching(/^generate_content /), 'string'],
    [expect.stringMatching(/^generate_content /), 'nova_act.step'],
    ['nova_act.step', 'invoke_agent nova-act'],
    ['UpdateAct', 'invoke_agent nova-act', 'string'],
    ['invoke_agent nova-act', 'nova_act.session'],
    ['nova_act.session', 'invoke_workflow flights'],
    ['UpdateWorkflowRun', 'invoke_workflow flights', 'string'],
    ['invoke_workflow flights', undefined],
  ]);
  exporter.reset();
  await book();
  expect(exporter.getFinishedSpans()).toEqual([]);
});
