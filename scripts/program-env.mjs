/** How the project's own programs are run: without a window, unless `--headed` asks for one. */
export function programEnv(env) {
  if (process.argv.includes('--headed')) return { ...env, NOVA_ACT_HEADLESS: '0' };
  return { NOVA_ACT_HEADLESS: '1', ...env };
}
