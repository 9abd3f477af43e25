import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { same } from '../auth/check-api-key.js';
import type { Faults } from '../faults/fault-plan.js';

/**
 * Changes the faults of a running service. Every request must carry `Authorization: Bearer` and the service's API key.
 *
 * `GET /faults` lists them, `POST /faults` adds one (its body is a `Fault`), `DELETE /faults/ID` removes one, and
 * `DELETE /faults` removes all.
 */
export function adminApp(faults: Faults, apiKeys: readonly string[]): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    const given = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1];
    if (given === undefined)
      return refuse(
        context,
        401,
        'Authorization: Bearer and the API key of this service is required',
      );
    if (!apiKeys.some((key) => same(key, given)))
      return refuse(context, 403, 'The API key is not valid');
    return next();
  });
  app.get('/faults', (context) => context.json({ faults: faults.list() }));
  app.post('/faults', bodyLimit({ maxSize: 64 * 1024 }), async (context) => {
    try {
      return context.json(faults.add(JSON.parse(await context.req.text())), 201);
    } catch (error) {
      if (error instanceof TypeError) return refuse(context, 400, error.message);
      if (error instanceof SyntaxError) return refuse(context, 400, 'The body must be JSON');
      throw error;
    }
  });
  app.delete('/faults/:id', (context) => {
    const id = context.req.param('id');
    return faults.remove(id) ? context.body(null, 204) : refuse(context, 404, `No fault ${id}`);
  });
  app.delete('/faults', (context) => {
    faults.clear();
    return context.body(null, 204);
  });
  return app;
}

function refuse(context: Context, status: 400 | 401 | 403 | 404, message: string) {
  return context.json({ message }, status);
}
