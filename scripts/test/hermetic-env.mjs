const OURS = /^(?:NOVA_ACT_|AWS_)/;
const KEPT = new Set([
  'NOVA_ACT_BROWSER_EXECUTABLE',
  'NOVA_ACT_BROWSER_ARGS',
  'NOVA_ACT_TEST_WINDOWED_BROWSER',
  // The certificates of a company's proxy: no credential, and the install test needs them.
  'AWS_CA_BUNDLE',
]);

/**
 * The environment without the developer's own accounts, endpoints and defaults: tests must neither
 * reach a real service nor pass only on one machine.
 */
export function hermetic(env) {
  const clean = Object.entries(env).filter(([name]) => !OURS.test(name) || KEPT.has(name));
  return {
    ...Object.fromEntries(clean),
    ...(process.stdout.isTTY || env.FORCE_COLOR ? {} : { NO_COLOR: '1' }),
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '.cache/no-aws-config',
    AWS_SHARED_CREDENTIALS_FILE: '.cache/no-aws-credentials',
  };
}
