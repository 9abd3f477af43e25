import { join } from 'node:path';
import type { ActTrace } from './act-trace.js';

const MAX_SLUG = 40;
const MAX_ID = 64;

/** Where the files of an act lie: `<directory>/<session>/act-2-find-flights-<act>.html`. */
export function traceFiles(directory: string, trace: ActTrace): { html: string; json: string } {
  const name = ['act', String(trace.act), slug(trace.prompt), safeId(trace.actId)];
  const base = join(sessionDirectory(directory, trace.sessionId), name.filter(Boolean).join('-'));
  return { html: `${base}.html`, json: `${base}.json` };
}

/** The page and the data of a session, in its folder. */
export const SESSION_PAGE = 'index.html';
export const SESSION_DATA = 'session.json';

/** Where the files of a session lie. */
export function sessionDirectory(directory: string, sessionId: string): string {
  return join(directory, safeId(sessionId));
}

/** Letters and digits of a prompt: whatever it says, the name stays inside the directory. */
function slug(prompt: string): string {
  const plain = prompt
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-');
  return plain.slice(0, MAX_SLUG).replace(/^-|-$/g, '');
}

/** Ids come from the service, which is no reason to let them name a path. */
function safeId(id: string): string {
  return id.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, MAX_ID) || '_';
}
