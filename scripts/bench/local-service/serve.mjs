// The service that the benchmark asks: in a process of its own, as a user's would be.
import { scriptedModel, startLocalService } from '@nova-act/local';

const service = await startLocalService({
  model: scriptedModel(() => ['takeObservation']),
});
const { url, apiKey, credentials, region } = service;
process.send({ url, apiKey, credentials, region });
process.on('disconnect', () => process.exit());
// Asked how much time of the processor it has used, in microseconds.
process.on('message', () => process.send(process.cpuUsage()));
