import type { Client } from '@modelcontextprotocol/client';
import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { type PageServer, servePages } from '../support/serve-pages.js';

const PAGES = {
  '/': '<!doctype html><title>Shop</title><h1>Shop</h1>',
  '/lamps': '<!doctype html><title>Lamps</title><h1 style="background:#fc0">Lamps</h1>',
};

export interface World extends AsyncDisposable {
  readonly service: RunningLocalService;
  readonly pages: PageServer;
  /** Resolves when an act has begun that waits until it is stopped. */
  waiting(): Promise<void>;
  /** What is on record: each run with its acts, oldest first. */
  record(): [status: string, acts: string[]][];
}

/**
 * A shop and a model that says the title of the page it sees. Asked to "Wait" it waits until it is stopped;
 * asked for a number, it gives one.
 */
export async function shop(): Promise<World> {
  let tell = () => {};
  const service = await startLocalService({
    model: scriptedModel(({ prompt, schema, observation }) => {
      if (prompt === 'Wait') {
        tell();
        return [['wait', 1], 'takeObservation'];
      }
      if (prompt === 'Fail') return [['throw', 'There is no such lamp.']];
      if (schema?.['type'] === 'number') return [['return', '12']];
      const title = /title="([^"]*)"/.exec(observation?.simplifiedDOM ?? '')?.[1] ?? '';
      return [['return', JSON.stringify(title)]];
    }),
  });
  const pages = await servePages(PAGES);
  return {
    service,
    pages,
    waiting: () =>
      new Promise((resolve) => {
        tell = resolve;
      }),
    record: () =>
      service.runs().map(({ status, acts }) => [status, acts.map((act) => String(act.status))]),
    async [Symbol.asyncDispose]() {
      await service.stop();
      await pages[Symbol.asyncDispose]();
    },
  };
}

interface Caller {
  callTool(
    params: { name: string; arguments: Record<string, unknown> },
    options: Parameters<Client['callTool']>[1],
  ): Promise<unknown>;
}
type CallOptions = Parameters<Client['callTool']>[1];

interface Answer {
  isError?: boolean;
  structuredContent?: Record<string, unknown>;
  content: { type: string; text?: string; data?: string; mimeType?: string }[];
  _meta?: Record<string, unknown>;
}

/** A call's answer, as a program reads it. */
export async function call(
  client: Caller,
  name: string,
  input: Record<string, unknown> = {},
  options: CallOptions = {},
) {
  const asked = { name, arguments: input };
  const result = (await client.callTool(asked, { timeout: 60_000, ...options })) as Answer;
  const { structuredContent: said = {}, content, isError = false } = result;
  const error = result._meta?.['nova-act/error'] as Record<string, unknown> | undefined;
  return { said, content, isError, error, text: content[0]?.text ?? '' };
}

/** The session that an answer names. */
export const sessionOf = ({
  said,
  error,
}: Pick<Awaited<ReturnType<typeof call>>, 'said' | 'error'>) => String((error ?? said)['session']);
