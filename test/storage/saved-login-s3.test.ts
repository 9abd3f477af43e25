import { startLocalService } from '@nova-act/local';
import { expect, it } from 'vitest';
import { S3_KEYS, S3_REGION, s3StandIn } from '../../packages/core/test/support/s3-stand-in.js';
import { runExample } from '../examples/run-example.js';

it('the example saved-login-s3 is signed in by what it has in the bucket', async () => {
  const s3 = s3StandIn('planets-sessions');
  const { url, close } = await s3.serve();
  const service = await startLocalService({ credentials: S3_KEYS });
  try {
    const { code, stdout, stderr } = await runExample('saved-login-s3', {
      ...service.iamEnv,
      SESSION_BUCKET: 'planets-sessions',
      AWS_ENDPOINT_URL_S3: url,
      AWS_REGION: S3_REGION,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('the shop knows Ada');
    const [[key = '', { body } = { body: new Uint8Array() }] = []] = [...s3.objects];
    expect(key).toBe('nova-act/shop.json');
    const saved = JSON.parse(new TextDecoder().decode(body));
    expect(saved).toMatchObject({ cookies: [{ name: 'customer', value: 'ada' }], origins: [] });
  } finally {
    await service.stop();
    await close();
  }
}, 120_000);
