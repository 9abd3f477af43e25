import { stat } from 'node:fs/promises';
import { AgentRedirectError } from '../../../errors/index.js';
import { realPathOf, uploadRules } from '../../boundary/upload-rules.js';
import type { SecurityOptions } from '../../browser-options.js';

/**
 * The files that a text names, one a line, if they may be uploaded. Links are followed before
 * anything is compared, so that none leads out of an allowed directory.
 * @throws AgentRedirectError
 */
export async function uploadPaths(
  text: string,
  multiple: boolean,
  { allowedFileUploadPaths = [] }: SecurityOptions,
): Promise<string[]> {
  const named = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (named.length === 0) throw new AgentRedirectError('Give the path of the file to upload.');
  if (named.length > 1 && !multiple) {
    throw new AgentRedirectError('This file input takes one file. Give one path.');
  }
  if (allowedFileUploadPaths.length === 0) {
    throw new AgentRedirectError(
      'Uploading files is not allowed in this session (security.allowedFileUploadPaths is empty).',
    );
  }
  const rules = uploadRules(allowedFileUploadPaths);
  return Promise.all(named.map((path) => uploadPath(path, rules)));
}

async function uploadPath(path: string, rules: ReturnType<typeof uploadRules>): Promise<string> {
  const real = await realPathOf(path);
  // The same words for what is not there and what is not allowed: paths are not for guessing.
  const allowed =
    real !== undefined && (await Promise.all(rules.map((rule) => rule(real)))).includes(true);
  const isFile = allowed && (await stat(real)).isFile();
  if (isFile) return real;
  throw new AgentRedirectError(
    `${JSON.stringify(path)} is not a file that this session may upload (security.allowedFileUploadPaths).`,
  );
}
