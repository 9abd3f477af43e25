import { createHash, createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';

export interface Service {
  url: string;
  apiKey: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  region: string;
}
export type Surface = 'AWS' | 'API key';

const clientInfo = { compatibilityVersion: 1 };

/** One act on one connection, asked step after step as fast as answers come. */
export class ActDriver {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #step = '';
  #previous = '';

  constructor(
    readonly service: Service,
    readonly surface: Surface,
    /** The end of every body: the observation, as JSON text in JSON, and what closes the body. */
    readonly observed: Buffer,
  ) {}

  async open(): Promise<void> {
    const runs = '/workflow-definitions/default/workflow-runs';
    const { workflowRunId } = await this.#put(runs, { modelId: 'nova-act-latest', clientInfo });
    const sessions = `${runs}/${workflowRunId}/sessions`;
    const { sessionId } = await this.#put(sessions, {});
    const acts = `${sessions}/${sessionId}/acts`;
    const { actId } = await this.#put(acts, { task: 'Look' });
    this.#step = `${acts}/${actId}/invoke-step${this.surface === 'AWS' ? '/' : ''}`;
    this.#previous =
      '{"callResults":[{"callId":"initiateAct","content":[{"text":"{}"}]},{"callId":"takeObservation","content":[{"text":';
  }

  async step(): Promise<void> {
    const head = Buffer.from(this.#previous);
    const { calls, stepId } = (await this.#send(this.#step, [head, this.observed])) as {
      calls: { callId: string }[];
      stepId: string;
    };
    this.#previous = `{"previousStepId":"${stepId}","callResults":[{"callId":"${calls[0]?.callId}","content":[{"text":`;
  }

  close(): void {
    this.#agent.destroy();
  }

  #put(path: string, body: object): Promise<Record<string, string>> {
    return this.#send(path, [Buffer.from(JSON.stringify(body))]) as Promise<Record<string, string>>;
  }

  #send(path: string, parts: Buffer[]): Promise<object> {
    const { url, apiKey } = this.service;
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    const target = new URL(this.surface === 'AWS' ? path : `/agent${path}`, url);
    const headers =
      this.surface === 'AWS'
        ? sign(this.service, target, parts)
        : { authorization: `Bearer ${apiKey}`, 'x-api-key': apiKey };
    return new Promise((resolve, reject) => {
      const sent = request(
        target,
        { method: 'PUT', agent: this.#agent, headers: { ...headers, 'content-length': length } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(text));
            else reject(new Error(`${response.statusCode} ${text}`));
          });
        },
      );
      sent.on('error', reject);
      for (const part of parts) sent.write(part);
      sent.end();
    });
  }
}

/** Signature Version 4 of a request whose body comes in parts. */
function sign(service: Service, target: URL, parts: Buffer[]): Record<string, string> {
  const { accessKeyId, secretAccessKey } = service.credentials;
  const stamp = `${new Date().toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const scope = `${stamp.slice(0, 8)}/${service.region}/nova-act/aws4_request`;
  const body = createHash('sha256');
  for (const part of parts) body.update(part);
  const canonical = `PUT\n${target.pathname}\n\nhost:${target.host}\nx-amz-date:${stamp}\n\nhost;x-amz-date\n${body.digest('hex')}`;
  const hashed = createHash('sha256').update(canonical).digest('hex');
  const hmac = (key: string | Buffer, text: string) =>
    createHmac('sha256', key).update(text).digest();
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  const signature = hmac(key, `AWS4-HMAC-SHA256\n${stamp}\n${scope}\n${hashed}`).toString('hex');
  return {
    host: target.host,
    'x-amz-date': stamp,
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=host;x-amz-date, Signature=${signature}`,
  };
}
