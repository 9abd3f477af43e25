import { readFile } from 'node:fs/promises';
import { type Recording, toPlaywright } from '@nova-act/core';
import { type ArgsDef, defineCommand } from 'citty';
import type { Surroundings } from '../arguments/surroundings.js';
import { UsageError } from '../arguments/usage-error.js';

const ARGUMENTS = {
  file: {
    type: 'positional',
    required: true,
    description: 'A recording that fileMemory() has kept',
  },
  'starting-page': {
    type: 'string',
    description: 'Where the test begins, if the recording has no whole address',
  },
  title: { type: 'string', description: 'Of the test; the prompt without it' },
} as const satisfies ArgsDef;

/** `nova-act codegen`: prints a recorded act as a test for Playwright Test. */
export function codegenCommand({ print }: Surroundings) {
  return defineCommand({
    meta: { name: 'codegen', description: 'Print a recorded act as a Playwright test' },
    args: ARGUMENTS,
    async run({ args }) {
      const { file, 'starting-page': startingPage, title } = args;
      print(toPlaywright(await readRecordingFile(file), { startingPage, title }));
    },
  });
}

/** What is in it is checked by whoever reads it as a recording. @throws UsageError */
async function readRecordingFile(file: string): Promise<Recording> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    const why = cause instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new UsageError(`${JSON.stringify(file)} ${why}: ${(cause as Error).message}`, { cause });
  }
}
