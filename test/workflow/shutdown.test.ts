import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { shutdownSignal } from '@nova-act/workflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumEnv } from '../support/chromium.js';

const PROGRAM = fileURLToPath(new URL('./support/long-program.ts', import.meta.url));

let service: RunningLocalService;
let folder: string;
/** Emits `step` when the model is asked; it never answers. */
const steps = new EventEmitter();

beforeAll(async () => {
  const model = scriptedModel(() => {
    steps.emit('step');
    return new Promise(() => {});
  });
  service = await startLocalService({ model });
  folder = mkdtempSync(join(tmpdir(), 'nova-act-shutdown-'));
});
afterAll(async () => {
  await service?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Processes whose command line holds the text: browsers are given the folder as an argument. */
function processesWith(text: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return line.includes(text) ? [line] : [];
      } catch {
        return []; // It has gone meanwhile.
      }
    });
}

async function startProgram(plan: string): Promise<{ child: ChildProcess; output: () => string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM], {
    env: {
      ...process.env,
      ...service.iamEnv,
      NOVA_ACT_API_KEY: '',
      ...chromiumEnv(`--test-mark=${folder}`),
      NOVA_ACT_TEST_PLAN: plan,
      NOVA_ACT_TEST_PAGE: `${service.gymUrl}/planets`,
      TMPDIR: folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const acting = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.includes('acting')) resolve();
      });
    }
    child.once('exit', () => reject(new Error(`ended early: ${output}`)));
  });
  await acting;
  return { child, output: () => output };
}

const lastRun = () => service.runs().at(-1);

describe('shutdownSignal', () => {
  it.each([
    ['SIGINT', 'throws'],
    ['SIGTERM', 'throws'],
    ['SIGHUP', 'throws'],
    ['SIGINT', 'catches'],
  ] as const)(
    '%s in a program that %s: the act and the run end FAILED, nothing of the browser is left, and the process dies of the signal',
    async (signal, plan) => {
      const stepping = once(steps, 'step');
      const { child, output } = await startProgram(plan);
      await stepping;
      expect(processesWith(folder).length).toBeGreaterThan(0);
      child.kill(signal);
      const [code, died] = await once(child, 'exit');
      expect({ code, died }).toEqual({ code: null, died: signal });
      expect(lastRun()).toMatchObject({
        status: 'FAILED',
        updates: [{ status: 'FAILED', accepted: true }],
        acts: [{ status: 'FAILED' }],
      });
      expect(processesWith(folder)).toEqual([]);
      expect(readdirSync(folder).filter((name) => !name.startsWith('tsx-'))).toEqual([]);
      if (plan === 'catches') expect(output()).toContain('caught WorkflowCanceledError');
    },
  );

  it('a second signal ends the process at once, done or not', async () => {
    const { child } = await startProgram('no-browser');
    const fault = service.faults.add({ kind: 'silent', operation: 'UpdateWorkflowRun' });
    child.kill('SIGINT');
    while (fault.hits === 0) await new Promise((resolve) => setImmediate(resolve));
    child.kill('SIGINT');
    const [, died] = await once(child, 'exit');
    expect(died).toBe('SIGINT');
    service.faults.clear();
  });

  it('installs its handlers with the first call only, and gives the same signal again', () => {
    const before = process.listenerCount('SIGTERM');
    const signal = shutdownSignal();
    expect(process.listenerCount('SIGTERM')).toBe(before + 1);
    expect(process.listenerCount('SIGINT')).toBeGreaterThan(0);
    expect(process.listenerCount('SIGHUP')).toBeGreaterThan(0);
    expect(shutdownSignal({ graceMs: 1 })).toBe(signal);
    expect(process.listenerCount('SIGTERM')).toBe(before + 1);
    expect(() => shutdownSignal({ graceMs: -1 })).toThrow(/^graceMs/);
  });
});
