// s3TraceWriter: the traces of a session go to a bucket when it stops. Whether the bucket can be written is
// known at the start, not when the work is done.
import { NovaAct, s3TraceWriter } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';

const uploadTraces = s3TraceWriter({
  bucket: process.env.TRACE_BUCKET ?? 'my-traces',
  prefix: 'nova-act/',
  metadata: { team: 'planets' },
  logger: { ...console, debug() {}, info: (message, fields) => console.log(message, fields) },
});

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);

const moons = withWorkflow(
  { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' },
  (): Promise<void> =>
    NovaAct.use(
      {
        startingPage: `${service.gymUrl}/planets`,
        logsDirectory: './logs',
        stopHooks: [uploadTraces],
        // A hook that fails is told here, and fails no run.
        onEvent: (event) => event.type === 'hook.failed' && console.warn(event.error.message),
      },
      async (nova) => {
        nova.addStopHook(() => console.log(`traces are in ${nova.logsDirectory}`));
        const { parsed } = await nova.actGet('How many moons does Mars have?');
        console.log(parsed);
      },
    ),
);

await moons();
await service.stop();
