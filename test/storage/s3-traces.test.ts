import { startLocalService } from '@nova-act/local';
import { afterEach, describe, expect, it } from 'vitest';
import {
  refusal,
  S3_KEYS,
  S3_REGION,
  s3StandIn,
} from '../../packages/core/test/support/s3-stand-in.js';
import { runExample } from '../examples/run-example.js';

const MINUTES = 120_000;
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0)) await one();
});

/** The example, with the service and S3 on this machine. */
async function withS3(options: { locked?: boolean } = {}) {
  const s3 = s3StandIn('planets-traces');
  if (options.locked) s3.fault = () => refusal(403, 'AccessDenied');
  const { url, close } = await s3.serve();
  const service = await startLocalService({ credentials: S3_KEYS });
  undo.push(close, () => service.stop());
  const outcome = await runExample('s3-traces', {
    ...service.iamEnv,
    TRACE_BUCKET: 'planets-traces',
    AWS_ENDPOINT_URL_S3: url,
    AWS_REGION: S3_REGION,
  });
  return { s3, service, ...outcome };
}

describe('the example s3-traces', () => {
  it(
    'has the traces of its session in the bucket when it has stopped',
    async () => {
      const { s3, service, code, stdout, stderr } = await withS3();
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const id = /logs\/([\w-]+)\n/.exec(stdout)?.[1];
      const keys = [...s3.objects.keys()].map((key) => key.replace(`nova-act/${id}/`, '')).sort();
      const pictures = keys.filter((key) => key.startsWith('pictures/'));
      expect(pictures).not.toEqual([]);
      expect(keys.filter((key) => !pictures.includes(key))).toEqual([
        expect.stringMatching(/^act-1-how-many-moons.*\.html$/),
        expect.stringMatching(/^act-1-how-many-moons.*\.json$/),
        'index.html',
        'session.json',
      ]);
      expect(service.runs().map(({ status }) => status)).toEqual(['SUCCEEDED']);
    },
    MINUTES,
  );

  it(
    'begins no work where the bucket cannot be written',
    async () => {
      const { s3, service, code, stderr } = await withS3({ locked: true });
      expect(code).toBe(1);
      expect(stderr).toContain('StartFailedError');
      expect(stderr).toContain(
        's3://planets-traces/nova-act/write-check could not be written: 403 AccessDenied. It takes s3:PutObject',
      );
      expect(s3.asked).toHaveLength(1);
      const [run] = service.runs();
      expect(run).toMatchObject({ status: 'FAILED', acts: [] });
    },
    MINUTES,
  );
});
