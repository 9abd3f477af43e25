import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { RunningLocalService } from '@nova-act/local';
import { startBrowserProcess } from './browser-process.js';
import { startCallerIdentity } from './caller-identity.js';
import { findPythonSdk } from './python-sdk.js';
import type { StopwatchModel } from './stopwatch-model.js';
import type { Way } from './way.js';

const driver = fileURLToPath(new URL('./python_driver.py', import.meta.url));

/**
 * The Python SDK, driven against the same service with the same calls, in a Chromium of the same
 * kind. Resolves with the reason where this machine cannot have it.
 */
export async function pythonWay(
  service: RunningLocalService,
  model: StopwatchModel,
): Promise<Way | string> {
  const python = await findPythonSdk();
  if (!('interpreter' in python)) return python.reason;
  const browser = await startBrowserProcess();
  const identity = await startCallerIdentity();
  // An empty key is one for the Python SDK.
  const all = Object.entries({ ...process.env, ...service.iamEnv });
  const child = spawn(python.interpreter, [driver], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...Object.fromEntries(all.filter(([, value]) => value !== '')),
      AWS_ENDPOINT_URL_STS: identity.url,
      BENCH_CDP_URL: browser.cdpUrl,
      NOVA_ACT_SKIP_PLAYWRIGHT_INSTALL: '1',
    },
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log = `${log}${chunk}`.slice(-2_000);
  });
  const said: string[] = [];
  const waiting: (() => void)[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    if (!line.startsWith('@@')) return;
    said.push(line);
    waiting.shift()?.();
  });
  child.on('exit', () => waiting.shift()?.());
  const next = async (): Promise<string> => {
    if (said.length === 0 && child.exitCode === null) {
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    const line = said.shift();
    if (line === undefined) throw new Error(`The Python SDK ended early: ${log}`);
    return line;
  };
  try {
    await next();
  } catch (error) {
    await close(child);
    await Promise.all([browser.close(), identity.close()]);
    return `it did not start here: ${error instanceof Error ? error.message : String(error)}`;
  }
  return {
    name: 'Python SDK',
    async measure(url, text) {
      model.types(text);
      child.stdin.write(`${url}\n`);
      const line = await next();
      if (line !== '@@done') throw new Error(`The Python SDK failed: ${line}`);
      const { durationMs, screenshotBase64 } = model.last();
      return { durationMs, screenshotBase64 };
    },
    async [Symbol.asyncDispose]() {
      await close(child);
      await Promise.all([browser.close(), identity.close()]);
    },
  };
}

async function close(child: ChildProcess): Promise<void> {
  child.stdin?.end();
  if (child.exitCode === null) {
    const exited = once(child, 'exit');
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await exited;
    clearTimeout(timer);
  }
}
