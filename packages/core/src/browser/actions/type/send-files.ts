import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { AgentRedirectError } from '../../../errors/index.js';
import { callOn, type RemoteRef } from '../../frames/evaluate.js';
import { inPage } from '../../frames/in-page.js';

/** What one message to a browser takes with ease; Playwright has the same limit. */
const MAX_SENT_BYTES = 50 * 1024 ** 2;

/** As browsers know files by their names. */
const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.doc': 'application/msword',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.gif': 'image/gif',
  '.html': 'text/html',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webp': 'image/webp',
  '.xls': 'application/vnd.ms-excel',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'text/xml',
  '.zip': 'application/zip',
};

/** Tells the browser which files of its own machine to take. DevTools fires the events of a person's choice. */
export async function nameFiles({ session, objectId }: RemoteRef, files: readonly string[]) {
  await session.send('DOM.setFileInputFiles', { files: [...files], objectId });
}

/**
 * Gives the files to a browser that may be on another machine, where their paths name nothing, or what is
 * somebody else's: what is in them is sent. More than 50 MB together goes by name, and is taken back where
 * the browser has found other files there.
 * @throws AgentRedirectError
 */
export async function sendFiles(
  field: RemoteRef,
  files: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const stats = await Promise.all(files.map((file) => stat(file)));
  const sizes = stats.map(({ size }) => size);
  if (sizes.reduce((sum, size) => sum + size, 0) > MAX_SENT_BYTES) {
    await nameFiles(field, files);
    const found = await callOn(field, fileSizes);
    if (found.join() === sizes.join()) return;
    await nameFiles(field, []);
    throw new AgentRedirectError(
      'The browser is on another machine, which takes files of 50 MB together at most.',
    );
  }
  const contents = await Promise.all(
    files.map(async (file, at) => ({
      name: basename(file),
      type: TYPES[extname(file).toLowerCase()] ?? '',
      lastModified: Math.round(stats[at]?.mtimeMs ?? 0),
      base64: (await readFile(file, { signal })).toString('base64'),
    })),
  );
  signal.throwIfAborted();
  await callOn(field, takeFiles, contents);
}

interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly lastModified: number;
  readonly base64: string;
}

const takeFiles = inPage(function takeFiles(this: HTMLInputElement, sent: readonly SentFile[]) {
  const list = new DataTransfer();
  for (const { name, type, lastModified, base64 } of sent) {
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
    list.items.add(new File([bytes], name, { type, lastModified }));
  }
  this.files = list.files;
  this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  this.dispatchEvent(new Event('change', { bubbles: true }));
});

const fileSizes = inPage(function fileSizes(this: HTMLInputElement): number[] {
  return [...(this.files ?? [])].map(({ size }) => size);
});
