// A service in a process of its own, for a test to kill: `serve-data-folder.ts DIRECTORY`.
import { scriptedModel } from '../src/model/scripted-model.js';
import { startLocalService } from '../src/node/start-local-service.js';

const [, , dataDirectory = ''] = process.argv;
const service = await startLocalService({
  dataDirectory,
  apiKey: 'the-key-of-this-test',
  model: scriptedModel(() => ['takeObservation']),
});
process.send?.(service.url);
