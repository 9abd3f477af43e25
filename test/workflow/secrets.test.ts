import { inspect } from 'node:util';
import { encodeError, type Logger } from '@nova-act/core';
import { joinWorkflow, Workflow } from '@nova-act/workflow';
import { expect, it } from 'vitest';
import { localRun } from './support/local-run.js';

// Made up, and recognisable.
const API_KEY = 'feedface-0000-4000-8000-apikeysecret';
const SECRET_ACCESS_KEY = 'planted/aws+secret+access+key/0123456789';
const SESSION_TOKEN = 'planted//session+token==0123456789';
const SECRETS = [API_KEY, SECRET_ACCESS_KEY, SESSION_TOKEN];
const CREDENTIALS = {
  accessKeyId: 'AKIAPLANTED00000000',
  secretAccessKey: SECRET_ACCESS_KEY,
  sessionToken: SESSION_TOKEN,
};

/** Everything a value can show of itself. */
function shown(value: unknown): string {
  const forms = [
    () => inspect(value, { depth: 30, showHidden: true, getters: true, maxStringLength: null }),
    () => JSON.stringify(value) ?? '',
    () => JSON.stringify(encodeError(value)),
    () => (value instanceof Error ? `${value.stack}` : ''),
  ];
  return forms
    .map((form) => {
      try {
        return form();
      } catch {
        return ''; // What cannot be written shows nothing.
      }
    })
    .join('\n');
}

it('no secret of a workflow is in its values, handoffs, errors, logs, or in the log of the service', async () => {
  const lines: unknown[] = [];
  const tell = (...line: unknown[]) => void lines.push(line);
  const logger: Logger = { debug: tell, info: tell, warn: tell, error: tell };
  const local = localRun({ apiKey: API_KEY, credentials: CREDENTIALS });
  const kept: unknown[] = [local.service.requests, lines];

  /** The service as it is, but quoting what it was sent wherever it refuses. */
  const quoting: typeof fetch = async (url, init) => {
    const sent = JSON.stringify(Object.fromEntries(new Headers(init?.headers)));
    const text = JSON.stringify({ message: `You sent ${sent}`, __type: 'AccessDeniedException' });
    return String(init?.body).includes('FAILED')
      ? new Response(text, { status: 403 })
      : local.service.fetch(url as string, init);
  };

  for (const options of [
    { ...local.iam, credentials: CREDENTIALS },
    { ...local.iam, credentials: async () => CREDENTIALS },
    { ...local.apiKey, apiKey: API_KEY },
  ]) {
    const given = Object.assign(options, { logger, fetch: quoting });
    const run = Workflow.run(given, async (workflow) => {
      const handoff = workflow.handoff();
      kept.push(workflow, workflow.service, handoff);
      await joinWorkflow(handoff, (joined) => kept.push(joined), given);
      throw new Error('ends FAILED, which is refused');
    });
    kept.push(await run.catch((error: unknown) => error));
  }
  const both = { ...local.iam, apiKey: API_KEY };
  const short = { apiKey: API_KEY.slice(1) };
  for (const options of [both, short]) {
    kept.push(await Workflow.run(options, () => 1).catch((error: unknown) => error));
  }
  kept.push(local.service.requests(), local.service.runs());

  const everything = kept.map(shown).join('\n');
  expect(everything).toContain('[redacted]');
  expect(everything.length).toBeGreaterThan(10_000);
  for (const secret of SECRETS) {
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(secret.slice(1));
  }
});
