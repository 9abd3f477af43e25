import { expect, it } from 'vitest';
import { credentialReport } from '../../src/service/who-am-i.js';
import { awsHome, loopback } from './aws-world.js';

const { signal } = new AbortController();
const REGION = { region: 'us-east-1' };

const WHO = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
<GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/me</Arn><UserId>U</UserId>
<Account>123456789012</Account></GetCallerIdentityResult>
<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>`;

it('says where credentials come from, and whose they are, and no secret', async () => {
  const sts = await loopback((request, response, body) => {
    expect(body).toContain('Action=GetCallerIdentity');
    expect(request.headers.authorization).toContain('AKIAMINE1234');
    response.writeHead(200, { 'content-type': 'text/xml' }).end(WHO);
  });
  awsHome(
    {
      credentials:
        '[work]\naws_access_key_id = AKIAMINE1234\naws_secret_access_key = s3cr3t-of-mine\n',
    },
    { AWS_ENDPOINT_URL_STS: sts },
  );
  const report = await credentialReport({ ...REGION, profile: 'work' }, signal);
  expect(report).toMatchObject({
    kind: 'iam',
    source: 'the keys of the profile work',
    accessKeyIdEnd: '1234',
  });
  expect(await report.identity?.()).toEqual({
    account: '123456789012',
    arn: 'arn:aws:iam::123456789012:user/me',
  });
  expect(JSON.stringify(report)).not.toMatch(/s3cr3t|AKIAMINE/);
});

it('an identity that STS does not tell is an AuthError with its reason', async () => {
  const sts = await loopback((_, response) => {
    const body =
      '<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>No such key.</Message></Error></ErrorResponse>';
    response.writeHead(403, { 'content-type': 'text/xml' }).end(body);
  });
  awsHome(
    {},
    { AWS_ACCESS_KEY_ID: 'AKIAX', AWS_SECRET_ACCESS_KEY: 's', AWS_ENDPOINT_URL_STS: sts },
  );
  const report = await credentialReport(REGION, signal);
  expect(report.source).toBe('the environment (AWS_ACCESS_KEY_ID)');
  await expect(report.identity?.()).rejects.toMatchObject({
    code: 'AUTH_NOT_RESOLVED',
    message: expect.stringContaining('InvalidClientTokenId'),
  });
});

it('a key is named by where it is set, and nobody can say whose it is', async () => {
  awsHome({}, { NOVA_ACT_API_KEY: 'k'.repeat(36) });
  const report = await credentialReport({ use: 'own-run' }, signal);
  expect(report).toEqual({ kind: 'api-key', source: 'NOVA_ACT_API_KEY' });
});
