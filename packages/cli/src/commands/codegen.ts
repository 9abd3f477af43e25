import { readFile } from 'node:fs/promises';
import { type ActTrace, type Recording, toPlaywright } from '@nova-act/core';
import { type ArgsDef, defineCommand } from 'citty';
import type { Surroundings } from '../arguments/surroundings.js';
import { UsageError } from '../arguments/usage-error.js';
import { findTrace, jsonBeside } from './trace/find-trace.js';

const ARGUMENTS = {
  file: {
    type: 'positional',
    required: true,
    description: 'A recording that fileMemory() has kept, a trace, or the id of an act',
  },
  logs: { type: 'string', default: 'traces', description: 'Folder to look for an act in' },
  'starting-page': {
    type: 'string',
    description: 'Where the test begins, if the recording has no whole address',
  },
  title: { type: 'string', description: 'Of the test; the prompt without it' },
} as const satisfies ArgsDef;

/** `nova-act codegen`: prints an act, recorded or traced, as a test for Playwright Test. */
export function codegenCommand({ print, cwd }: Surroundings) {
  return defineCommand({
    meta: { name: 'codegen', description: 'Print a recorded or traced act as a Playwright test' },
    args: ARGUMENTS,
    async run({ args }) {
      const { file, logs, title, 'starting-page': asked } = args;
      const path = jsonBeside(findTrace(file, logs, cwd));
      const { recording, began } = recordingIn(path, await readJson(path));
      print(toPlaywright(recording, { startingPage: asked ?? began, title }));
    },
  });
}

/** What of it is no recording is found out by whoever reads it. @throws UsageError for a trace without one */
function recordingIn(path: string, read: unknown): { recording: Recording; began?: string } {
  const isTrace = typeof read === 'object' && read !== null && 'actId' in read;
  if (!isTrace) return { recording: read as Recording };
  const { recording, steps } = read as Partial<ActTrace>;
  if (!recording) {
    throw new UsageError(
      `${JSON.stringify(path)} does not tell how the act was done: it did nothing that can be done again, or was traced by an older version`,
    );
  }
  const url = steps?.[0]?.url;
  const isWhole = url !== undefined && /^https?:/.test(url) && !url.includes('REDACTED');
  return { recording: recording as unknown as Recording, ...(isWhole ? { began: url } : {}) };
}

/** @throws UsageError */
async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    const why = cause instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new UsageError(`${JSON.stringify(file)} ${why}: ${(cause as Error).message}`, { cause });
  }
}
