import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { checkSigV4 } from '../auth/check-sigv4.js';
import type { ServiceCore } from '../engine/service-core.js';
import { ServiceFault } from '../surface/service-fault.js';

const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';
const maxBodyBytes = 16 * 1024;

/**
 * As much of AWS's Security Token Service as clients of Nova Act ask before they begin: who they are. Signed as any
 * request of AWS; there are no roles here to take on.
 *
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export function stsApp(core: ServiceCore): Hono {
  const app = new Hono();
  app.post('/', bodyLimit({ maxSize: maxBodyBytes }), async (context) => {
    const url = new URL(context.req.url);
    const body = Buffer.from(await context.req.arrayBuffer());
    const request = {
      method: 'POST',
      path: url.pathname,
      query: url.search.slice(1),
      headers: { host: url.host, ...context.req.header() },
      body,
      signal: context.req.raw.signal,
    };
    const requestId = core.newId();
    try {
      const { credentials, rules, now } = core;
      const signing = { credentials, region: rules.region, service: 'sts', now };
      const accessKeyId = checkSigV4(request, signing);
      const action = new URLSearchParams(body.toString()).get('Action');
      if (action === 'GetCallerIdentity')
        return xml(context, 200, identity(accessKeyId, rules.accountId, requestId));
      const message = `This service knows GetCallerIdentity of STS, and no ${action ?? 'request without Action'}.`;
      return xml(context, 400, failure('InvalidAction', message, requestId));
    } catch (error) {
      if (!(error instanceof ServiceFault) || error.detail.kind !== 'unauthenticated') throw error;
      // STS's codes are without the suffix that JSON services give them.
      const code = error.detail.code.replace(/Exception$/, '');
      return xml(context, 403, failure(code, error.message, requestId));
    }
  });
  return app;
}

function xml(context: Context, status: 200 | 400 | 403, text: string) {
  return context.body(text, status, { 'content-type': 'text/xml' });
}

function identity(accessKeyId: string, account: string, requestId: string): string {
  const who = `<Arn>arn:aws:iam::${account}:user/local</Arn><UserId>${escaped(accessKeyId)}</UserId><Account>${account}</Account>`;
  const of = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  return `<GetCallerIdentityResponse xmlns="${namespace}"><GetCallerIdentityResult>${who}</GetCallerIdentityResult>${of}</GetCallerIdentityResponse>`;
}

function failure(code: string, message: string, requestId: string): string {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`;
  return `<ErrorResponse xmlns="${namespace}">${error}<RequestId>${requestId}</RequestId></ErrorResponse>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
