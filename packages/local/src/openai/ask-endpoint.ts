import { setTimeout as sleep } from 'node:timers/promises';
import { OpenAiModelError } from './openai-model-error.js';
import type { OpenAiModelOptions } from './openai-options.js';
import { retryDelayMs } from './retry-delay.js';

/** Posts to the endpoint and gives the answer's JSON. */
export type AskEndpoint = (body: object, signal: AbortSignal) => Promise<unknown>;

type Attempt =
  | { json: unknown }
  | { error: OpenAiModelError; status?: number; retryAfter: string | null };

const maxSaid = 300;

/**
 * The way to the endpoint: a deadline for each request, another try when it is busy or out of reach.
 *
 * Rejects with an OpenAiModelError that names the endpoint and never the key, and with the signal's reason when that
 * aborts.
 */
export function askEndpoint(options: OpenAiModelOptions): AskEndpoint {
  const { timeoutMs = 50_000, maxAttempts = 3, apiKey, headers = {} } = options;
  const url = `${options.baseUrl.replace(/(?<!\/)\/+$/, '')}/chat/completions`;
  const pause = options.pause ?? ((ms, signal) => sleep(ms, undefined, { signal }));
  const send = options.fetch ?? globalThis.fetch;
  const secrets = [apiKey, ...Object.values(headers)].filter(
    (each) => each !== undefined && each.length > 3,
  );
  const hide = (text: string) =>
    secrets.reduce<string>((clean, secret) => clean.replaceAll(secret ?? '', '[hidden]'), text);

  return async (body, signal) => {
    const text = JSON.stringify(body);
    for (let attempt = 1; ; attempt++) {
      const outcome = await once(text, signal);
      if ('json' in outcome) return outcome.json;
      const delayMs = retryDelayMs(attempt, outcome.status, outcome.retryAfter, Date.now());
      if (attempt >= maxAttempts || delayMs === undefined) throw outcome.error;
      await pause(delayMs, signal);
      signal.throwIfAborted();
    }
  };

  async function once(body: string, signal: AbortSignal): Promise<Attempt> {
    const deadline = AbortSignal.timeout(timeoutMs);
    let response: Response;
    let text: string;
    try {
      response = await send(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
          ...headers,
        },
        body,
        redirect: 'error',
        signal: AbortSignal.any([signal, deadline]),
      });
      text = await response.text();
    } catch (cause) {
      signal.throwIfAborted();
      if (deadline.aborted)
        // No second try: the client that waits for this step has waited long enough.
        throw new OpenAiModelError(`${url} did not answer within ${timeoutMs} ms`);
      const error = new OpenAiModelError(`${url} can't be reached: ${hide(sayCause(cause))}`);
      return { error, retryAfter: null };
    }
    const { status } = response;
    if (!response.ok)
      return {
        error: new OpenAiModelError(sayStatus(url, status, hide(text)), status),
        status,
        retryAfter: response.headers.get('retry-after'),
      };
    return { json: readJson(text, url, status, hide) };
  }
}

function readJson(
  text: string,
  url: string,
  status: number,
  hide: (text: string) => string,
): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new OpenAiModelError(
      `${url} answered with something other than JSON: ${shortly(hide(text))}`,
      status,
    );
  }
}

function sayStatus(url: string, status: number, body: string): string {
  const said = shortly(body);
  const end = said === '' ? '' : `: ${said}`;
  if (status === 401 || status === 403)
    return `${url} refuses the API key (HTTP ${status}). Check apiKey and headers${end}`;
  if (status === 404)
    return `${url} does not know the path or the model (HTTP 404). Check baseUrl and model${end}`;
  if (status === 429) return `${url} has too many requests (HTTP 429)${end}`;
  return `${url} answered with HTTP ${status}${end}`;
}

/** The message of an error body, or its beginning, on one line and without terminal escapes. */
function shortly(body: string): string {
  const quoted = /"message"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(body)?.[1];
  return (quoted === undefined ? body : unquoted(quoted))
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, maxSaid);
}

function unquoted(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch (error) {
    if (error instanceof SyntaxError) return quoted;
    throw error;
  }
}

function sayCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}
