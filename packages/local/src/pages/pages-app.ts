import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { adminApp } from '../admin/admin-app.js';
import { consoleApp } from '../console/index.js';
import { consoleApi } from '../console-api/console-api.js';
import type { ServiceCore } from '../engine/service-core.js';
import { gymApp } from '../gym/index.js';
import { StorageError } from '../state/storage-error.js';
import { codeOf } from '../state/storage-failure.js';
import { stsApp } from '../sts/sts-app.js';

/** All that is served beside the operations: health, the console, the gym, the admin endpoint, and STS. */
export function pagesApp(core: ServiceCore): Hono {
  const app = new Hono();
  app.get('/health', (context) => context.json({ status: 'ok', model: core.model.name }));
  app.route('/admin', adminApp(core.faults, core.apiKeys));
  const access = { openToAll: core.pagesOpenToAll, apiKeys: core.apiKeys };
  app.route('/console/api', consoleApi(core, core.requests, access));
  app.route('/gym', gymApp());
  app.route('/', stsApp(core));
  app.route('/', consoleApp());
  app.onError((error, context) => {
    if (error instanceof HTTPException && error.status === 413)
      return context.json({ message: 'The body is larger than is taken here' }, 413);
    // The client went away in the middle of its body: nobody is there to be told, and nothing is wrong here.
    if (codeOf(error) === 'ECONNRESET') return context.body(null, 400);
    core.onInternalError(error);
    if (error instanceof StorageError) return context.json({ message: error.message }, 500);
    return context.text('The local service failed; its log says why', 500);
  });
  return app;
}
