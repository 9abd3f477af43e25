import type { ActRow, RerunStep, RunDetail, RunRow, StepDetail, StepRow } from './api-types.js';
import { readLines } from './read-lines.js';

const root = new URL('console/api/', document.baseURI);

/** The service wants its API key first. */
export class LoginNeeded extends Error {
  override name = 'LoginNeeded';
}

async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(new URL(path, root), signal === undefined ? {} : { signal });
  if (response.status === 401) throw new LoginNeeded('The API key of this service is required.');
  if (!response.ok) throw new Error(`The service answered ${response.status} for ${path}.`);
  return (await response.json()) as T;
}

const id = encodeURIComponent;

export interface RunFilter {
  text: string;
  status: string;
  surface: string;
  definition: string;
  /** At least so long, in ms, as digits; empty for any. */
  minMs: string;
}

export function readRuns(filter: RunFilter, before: number | undefined, signal?: AbortSignal) {
  const query = new URLSearchParams({ limit: '200' });
  for (const [name, value] of Object.entries(filter)) if (value !== '') query.set(name, value);
  if (before !== undefined) query.set('before', String(before));
  return read<{ runs: RunRow[]; next?: number }>(`runs?${query}`, signal);
}

export const readRun = (runId: string) => read<RunDetail>(`runs/${id(runId)}`);
export const readAct = (actId: string) => read<ActRow>(`acts/${id(actId)}`);

export function readSteps(actId: string, from: number, limit: number, signal?: AbortSignal) {
  const path = `acts/${id(actId)}/steps?from=${from}&limit=${limit}`;
  return read<{ steps: StepRow[]; next?: number }>(path, signal);
}

export function readStep(actId: string, stepId: string, signal?: AbortSignal) {
  return read<StepDetail>(`acts/${id(actId)}/steps/${id(stepId)}`, signal);
}

export function readTargets(actId: string, from: number, limit: number, signal?: AbortSignal) {
  const path = `acts/${id(actId)}/targets?from=${from}&limit=${limit}`;
  return read<{ targets: Record<string, Record<string, string>> }>(path, signal);
}

export const readDefinitions = () =>
  read<{ definitions: { name: string; surface: string }[] }>('definitions');

/** What the run had done before a step, as a file for `--replay`. Throws with the service's own words. */
export async function readCassette(actId: string, stepId: string): Promise<string> {
  const path = `acts/${id(actId)}/cassette?before=${id(stepId)}`;
  const response = await fetch(new URL(path, root));
  if (response.ok) return response.text();
  throw new Error(((await response.json()) as { message: string }).message);
}

/** A file of the whole run. */
export function exportUrl(runId: string): string {
  return new URL(`runs/${id(runId)}/export`, root).href;
}

export function screenshotUrl(actId: string, stepId: string): string {
  return new URL(`acts/${id(actId)}/steps/${id(stepId)}/screenshot`, root).href;
}

export function domUrl(actId: string, stepId: string): string {
  return new URL(`acts/${id(actId)}/steps/${id(stepId)}/dom`, root).href;
}

export const eventsUrl = new URL('events', root).href;

export interface RerunWish {
  /** The id of the step to begin with. */
  from: string;
  model: string;
  text: string;
}

/** Asks another model, step by step; each answer as soon as it is there. */
export async function* rerun(
  actId: string,
  wish: RerunWish,
  signal: AbortSignal,
): AsyncGenerator<RerunStep> {
  const response = await fetch(new URL(`acts/${id(actId)}/rerun`, root), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
    signal,
  });
  if (response.status === 401) throw new LoginNeeded('The API key of this service is required.');
  if (!response.ok || response.body === null) {
    const { message } = (await response.json()) as { message: string };
    throw new Error(message);
  }
  yield* readLines<RerunStep>(response.body);
}

/** Shows the API key; resolves to whether it was the right one. */
export async function login(apiKey: string): Promise<boolean> {
  const response = await fetch(new URL('login', root), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ apiKey }),
  });
  return response.ok;
}
