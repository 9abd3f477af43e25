const INTERVAL_MS = 250;

/**
 * Calls `gone` once the process that started this one is no more, when that is npx. A signal for npx ends npx and the
 * shell between, and nothing tells what they have started. A command that was started in any other way may well be
 * meant to outlive its shell.
 */
export function followNpx(
  env: Readonly<Record<string, string | undefined>>,
  gone: () => void,
): void {
  if (process.platform === 'win32' || env['npm_command'] !== 'exec') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, INTERVAL_MS);
  timer.unref();
}
