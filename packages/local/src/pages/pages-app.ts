import { Hono } from 'hono';
import { adminApp } from '../admin/admin-app.js';
import { consoleApp } from '../console/index.js';
import { consoleApi } from '../console-api/console-api.js';
import type { ServiceCore } from '../engine/service-core.js';
import { gymApp } from '../gym/index.js';

/** All that is served beside the operations: health, the console, the gym, and the admin endpoint. */
export function pagesApp(core: ServiceCore): Hono {
  const app = new Hono();
  app.get('/health', (context) => context.json({ status: 'ok', model: core.model.name }));
  app.route('/admin', adminApp(core.faults, core.apiKeys));
  const access = { openToAll: core.pagesOpenToAll, apiKeys: core.apiKeys };
  app.route('/console/api', consoleApi(core, core.requests, access));
  app.route('/gym', gymApp());
  app.route('/', consoleApp());
  app.onError((error, context) => {
    core.onInternalError(error);
    return context.text('The local service failed; its log says why', 500);
  });
  return app;
}
