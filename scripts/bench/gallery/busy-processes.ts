import { type ChildProcess, spawn } from 'node:child_process';

/** So many processes that take all they can get of a processor, until they are disposed of. */
export function busyProcesses(count: number): Disposable {
  const busy: ChildProcess[] = Array.from({ length: count }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  return {
    [Symbol.dispose]() {
      for (const child of busy) child.kill('SIGKILL');
    },
  };
}
