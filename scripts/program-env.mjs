/** How the project's own programs are run: without a window, unless `--headed` asks for one. */
export function programEnv(env) {
  if (!process.argv.includes('--headed')) return { NOVA_ACT_HEADLESS: '1', ...env };
  if (process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
    console.error(
      '--headed needs a display, and neither DISPLAY nor WAYLAND_DISPLAY is set. ' +
        'Run it on a desktop, or under xvfb-run.',
    );
    process.exit(1);
  }
  return { ...env, NOVA_ACT_HEADLESS: '0' };
}
