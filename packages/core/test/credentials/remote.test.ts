import { describe, expect, it, vi } from 'vitest';
import { awsHome, failure, find, loopback, noted, stsAnswer, stsRefusal } from './aws-world.js';

const good = () =>
  JSON.stringify({
    Code: 'Success',
    Type: 'AWS-HMAC',
    LastUpdated: new Date().toISOString(),
    AccessKeyId: 'ASIAREMOTE',
    SecretAccessKey: 's',
    Token: 't',
    Expiration: new Date(Date.now() + 3_600_000).toISOString(),
  });

describe('the container endpoint', () => {
  const at = (url: string, more: Record<string, string> = {}) =>
    awsHome({}, { AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url}/c`, ...more });

  it('is asked with its token, read anew from its file', async () => {
    const tokens: unknown[] = [];
    const url = await loopback(({ headers }, response) => {
      tokens.push(headers.authorization);
      response.end(good());
    });
    const { write } = at(url, { AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: '$HOME/token' });
    write('token', 'one\n');
    expect(await find()).toMatchObject({ accessKeyId: 'ASIAREMOTE', sessionToken: 't' });
    write('token', 'two');
    await find();
    expect(tokens).toEqual(['one', 'two']);
  });

  it('that refuses is told with what it says, and asked once', async () => {
    let asked = 0;
    at(
      await loopback((_request, response) => {
        asked += 1;
        response.writeHead(400).end('{"code":"ExpiredToken","message":"The token is expired"}');
      }),
    );
    expect((await failure({}, { attempts: 3 })).message).toMatch(
      /^The container endpoint http:.*\/c \(AWS_CONTAINER_CREDENTIALS_FULL_URI\) answered 400, saying: ExpiredToken: The token is expired/,
    );
    expect(asked).toBe(1);
  });

  it('that has a bad moment is asked again', async () => {
    let asked = 0;
    at(
      await loopback((_request, response) => {
        asked += 1;
        response.writeHead(asked === 1 ? 500 : 200).end(asked === 1 ? '' : good());
      }),
    );
    expect(await find({}, { attempts: 2 })).toMatchObject({ accessKeyId: 'ASIAREMOTE' });
  });

  it('that is not there is named, with the reason', async () => {
    at('http://127.0.0.1:2');
    expect((await failure()).message).toMatch(
      /container endpoint .* could not be reached: the connection was refused \(ECONNREFUSED\)/,
    );
  });

  it('of another machine is not asked over plain http', async () => {
    awsHome({}, { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://example.com/c' });
    expect((await failure()).message).toContain('neither https nor on this machine');
  });
});

describe('the instance metadata service', () => {
  const env = (url: string) => ({
    AWS_EC2_METADATA_DISABLED: 'false',
    AWS_EC2_METADATA_SERVICE_ENDPOINT: url,
  });

  it('is where the profile in use says', async () => {
    const url = await loopback((_request, response) => response.writeHead(500).end());
    const config = `[default]\nec2_metadata_service_endpoint = ${url}\n`;
    awsHome({ config }, { AWS_EC2_METADATA_DISABLED: 'false' });
    vi.stubEnv('AWS_EC2_METADATA_SERVICE_ENDPOINT', undefined);
    expect((await failure()).message).toContain(`instance metadata service ${url} answered 500`);
  });

  it('gives the role of the instance', async () => {
    const url = await loopback(({ url: path }, response) => {
      const last = path?.split('/').at(-1);
      response.end(last === 'token' ? 'token' : last === '' ? 'web-role' : good());
    });
    awsHome({}, env(url));
    expect(await find()).toMatchObject({ accessKeyId: 'ASIAREMOTE' });
  });

  it.each([
    [404, /No AWS credentials were found.*answered 404: the instance has no role/],
    [500, /instance metadata service .* answered 500/],
  ])('that answers %s is told so, after all else that was looked at', async (status, said) => {
    const url = await loopback((_request, response) => response.writeHead(status).end());
    awsHome({}, env(url));
    expect((await failure()).message).toMatch(said);
  });
});

describe('a web identity', () => {
  const web = (url: string, file = '$HOME/jwt') =>
    awsHome(
      {},
      {
        AWS_ENDPOINT_URL_STS: url,
        AWS_WEB_IDENTITY_TOKEN_FILE: file,
        AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/Pod',
      },
    );

  it('is exchanged for its role, with the token that stands in the file now', async () => {
    const tokens: unknown[] = [];
    const url = await loopback((_request, response, body) => {
      tokens.push(new URLSearchParams(body).get('WebIdentityToken'));
      response.writeHead(200, { 'content-type': 'text/xml' });
      response.end(stsAnswer('AssumeRoleWithWebIdentity', 'ASIAPOD'));
    });
    const { write } = web(url);
    for (const token of ['one', 'two']) {
      write('jwt', token);
      expect(await find()).toMatchObject({ accessKeyId: 'ASIAPOD' });
    }
    expect(tokens).toEqual(['one', 'two']);
  });

  it('that STS refuses, or whose file is not there, is told so', async () => {
    const url = await loopback((_request, response) => {
      response.writeHead(400, { 'content-type': 'text/xml' });
      response.end(stsRefusal('InvalidIdentityToken', 'No provider found'));
    });
    web(url).write('jwt', 'x');
    expect((await failure()).message).toMatch(
      /role\/Pod.*InvalidIdentityTokenException: No provider found/,
    );
    web(url).write('jwt', '\n');
    expect((await failure()).message).toMatch(/has a token file that is empty: .*\/jwt/);
    web(url, '/nowhere/jwt');
    expect((await failure()).message).toContain('/nowhere/jwt (ENOENT)');
  });
});

it('a token file without the role it is for is an error, and no other identity', async () => {
  awsHome({}, { AWS_WEB_IDENTITY_TOKEN_FILE: '/nowhere/jwt' });
  expect((await failure()).message).toMatch(
    /AWS_WEB_IDENTITY_TOKEN_FILE is set and AWS_ROLE_ARN, .* is not/,
  );
});

describe('what the AWS SDK would print', () => {
  it('goes to no console and no process warning', async () => {
    const printed = [
      vi.spyOn(process, 'emitWarning'),
      vi.spyOn(console, 'warn'),
      vi.spyOn(console, 'error'),
    ];
    const url = await loopback((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/xml' });
      response.end(stsAnswer('AssumeRole', 'ASIAROLE'));
    });
    awsHome({}, { AWS_ENDPOINT_URL_STS: url, AWS_PROFILE: 'no' });
    const { logger } = noted();
    const credentials = { accessKeyId: 'A', secretAccessKey: 's' };
    const assumeRole = { roleArn: 'arn:aws:iam::111122223333:role/X' };
    expect(await find({ credentials, assumeRole }, { logger })).toBeDefined();
    for (const spy of printed) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });
});
