import { createHmac } from 'node:crypto';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { same } from '../auth/check-api-key.js';
import { isRecord } from '../contract/validate.js';

const cookieName = 'nova-act-console';

/** Who may read: everybody on a service that only this machine reaches, else who has shown the API key. */
export interface ConsoleAccess {
  openToAll: boolean;
  apiKeys: readonly string[];
}

/**
 * Lets a request pass that has the cookie of {@link loginApp} or `Authorization: Bearer` and the API key; any request
 * when the service is open to all.
 */
export function requireAccess(access: ConsoleAccess): MiddlewareHandler {
  return async (context, next) => {
    if (access.openToAll || hasKey(context, access) || hasCookie(context, access)) return next();
    return context.json({ message: 'The API key of this service is required' }, 401);
  };
}

/** `POST /login` with `{"apiKey": …}` sets the cookie. */
export function loginApp(access: ConsoleAccess): Hono {
  const app = new Hono();
  app.post('/login', bodyLimit({ maxSize: 4096 }), async (context) => {
    const apiKey = readKey(await context.req.text());
    if (apiKey === undefined || !access.apiKeys.some((key) => same(key, apiKey)))
      return context.json({ message: 'The API key is not valid' }, 403);
    setCookie(context, cookieName, ticket(apiKey), {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
    });
    return context.body(null, 204);
  });
  return app;
}

function readKey(body: string): string | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isRecord(value) && typeof value['apiKey'] === 'string' ? value['apiKey'] : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function hasKey(context: Context, { apiKeys }: ConsoleAccess): boolean {
  const given = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1];
  return given !== undefined && apiKeys.some((key) => same(key, given));
}

function hasCookie(context: Context, { apiKeys }: ConsoleAccess): boolean {
  const given = getCookie(context, cookieName);
  return given !== undefined && apiKeys.some((key) => same(ticket(key), given));
}

/** Proves knowledge of the key without being it. */
function ticket(apiKey: string): string {
  return createHmac('sha256', apiKey).update(cookieName).digest('base64url');
}
