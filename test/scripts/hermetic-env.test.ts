import { expect, it } from 'vitest';
import { hermetic } from '../../scripts/test/hermetic-env.mjs';

it('keeps a developer’s accounts and endpoints away from the tests', () => {
  const env: Record<string, string | undefined> = hermetic({
    PATH: '/bin',
    NOVA_ACT_API_KEY: 'k',
    NOVA_ACT_ENDPOINT_URL: 'https://example.com',
    AWS_PROFILE: 'work',
    AWS_SECRET_ACCESS_KEY: 's',
    NOVA_ACT_BROWSER_EXECUTABLE: '/usr/bin/chromium',
  });
  expect(env).toMatchObject({ PATH: '/bin', NOVA_ACT_BROWSER_EXECUTABLE: '/usr/bin/chromium' });
  const gone = [
    'NOVA_ACT_API_KEY',
    'NOVA_ACT_ENDPOINT_URL',
    'AWS_PROFILE',
    'AWS_SECRET_ACCESS_KEY',
  ];
  expect(gone.filter((name) => name in env)).toEqual([]);
});

it('lets no credentials file and no instance profile stand in for them', () => {
  const env: Record<string, string | undefined> = hermetic({});
  expect(env).toMatchObject({ AWS_EC2_METADATA_DISABLED: 'true' });
  expect(env['AWS_SHARED_CREDENTIALS_FILE']).toContain('no-aws');
});
