import type { JsonObject } from '../model/local-model.js';
import { knownOptions } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import { parseUrl } from '../parse-url.js';

/** Options of `openAiModel`. */
export interface OpenAiModelOptions {
  /** The endpoint's base, such as `http://127.0.0.1:11434/v1`: `/chat/completions` is added. */
  baseUrl: string;
  /** The model's name there. It must see pictures and call tools. */
  model: string;
  /** Sent as `Authorization: Bearer`. Default: none, as servers on one's own machine want it. */
  apiKey?: string | undefined;
  /** Further headers, such as `api-key`. Their values are treated as secrets. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Further members of the request's body, such as `{ temperature: 0 }`; they win over those that are set here. */
  body?: JsonObject | undefined;
  /** How long one request may take. Default: 50,000: clients wait 60 s for a step. */
  timeoutMs?: number | undefined;
  /** How many earlier steps are told in full; the model sees the newest screenshot only. 0 or more. Default: 10. */
  maxHistory?: number | undefined;
  /** How often a request is tried in all when the endpoint is busy or fails. 1 to 10. Default: 3. */
  maxAttempts?: number | undefined;
  /** Default: the global one. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Waits between two tries; rejects when the signal aborts. For tests. */
  pause?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
}

const known = knownOptions<OpenAiModelOptions>(
  'openAiModel',
  {
    baseUrl: true,
    model: true,
    apiKey: true,
    headers: true,
    body: true,
    timeoutMs: true,
    maxHistory: true,
    maxAttempts: true,
    fetch: true,
    pause: true,
  },
  {
    temperature: 'Give it in body: { temperature }.',
    max_tokens: 'Give it in body: { max_tokens }.',
    maxRetries: 'Did you mean maxAttempts? It counts the first try as well.',
  },
);

/** Throws a TypeError that names the option. Values that may be secret are not repeated. */
export function checkOpenAiOptions(options: OpenAiModelOptions): void {
  refuseUnknown(options, known);
  const refuse = (message: string): never => {
    throw new TypeError(`openAiModel: ${message}`);
  };
  const { baseUrl, model, apiKey, headers = {} } = options;
  const url = parseUrl(baseUrl);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '')
    refuse(
      'baseUrl must be an http or https URL without a user and without a query, such as http://127.0.0.1:11434/v1',
    );
  if (typeof model !== 'string' || model === '') refuse('model must name a model of the endpoint');
  if (apiKey !== undefined && !/^[\x21-\x7e]+$/.test(apiKey))
    refuse('apiKey must be printable ASCII without blanks');
  for (const [name, value] of Object.entries(headers))
    if (!/^[\w-]+$/.test(name) || !/^[\x20-\x7e]*$/.test(value))
      refuse(`headers.${name} is no header that can be sent`);
  whole('timeoutMs', options.timeoutMs, 1, 3_600_000);
  whole('maxHistory', options.maxHistory, 0, 1_000);
  whole('maxAttempts', options.maxAttempts, 1, 10);
}

function whole(name: string, value: number | undefined, min: number, max: number): void {
  if (value === undefined || (Number.isInteger(value) && value >= min && value <= max)) return;
  throw new TypeError(
    `openAiModel: ${name} must be a whole number from ${min} to ${max}, is ${value}`,
  );
}
