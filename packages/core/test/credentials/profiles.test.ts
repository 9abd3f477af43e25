import { describe, expect, it } from 'vitest';
import {
  awsHome,
  failure,
  find,
  KEYS,
  loopback,
  noted,
  stsAnswer,
  stsRefusal,
} from './aws-world.js';

const ROLE = 'arn:aws:iam::111122223333:role/Admin';
const role = (name: string, more: string) => `[profile ${name}]\nrole_arn = ${ROLE}\n${more}\n`;
const OTHERS = {
  AWS_ACCESS_KEY_ID: 'AKIDOTHER',
  AWS_SECRET_ACCESS_KEY: 'other',
  AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1/c',
  AWS_WEB_IDENTITY_TOKEN_FILE: '$HOME/.aws/config',
  AWS_ROLE_ARN: ROLE,
};

describe('a profile by name', () => {
  it.each([
    ['the option', { profile: 'base' }, {}],
    ['AWS_PROFILE', {}, { AWS_PROFILE: 'base' }],
    ['AWS_PROFILE before its older name', {}, { AWS_PROFILE: 'base', AWS_DEFAULT_PROFILE: 'no' }],
    ['AWS_DEFAULT_PROFILE', {}, { AWS_DEFAULT_PROFILE: 'base' }],
  ])('by %s is used, whatever else the environment has', async (_by, auth, env) => {
    awsHome({ credentials: KEYS }, { ...OTHERS, ...env });
    expect(await find(auth)).toEqual({
      accessKeyId: 'AKIDBASE',
      secretAccessKey: 'base-secret',
    });
  });

  it.each([
    ['the `profile` option', { profile: 'prod' }, {}],
    ['AWS_PROFILE', {}, { AWS_PROFILE: 'prod' }],
    ['AWS_DEFAULT_PROFILE', {}, { AWS_DEFAULT_PROFILE: 'prod' }],
  ])('by %s that does not exist is an error that lists those that do', async (by, auth, env) => {
    awsHome(
      { credentials: KEYS, config: '[profile dev]\nregion = us-east-1' },
      { ...OTHERS, ...env },
    );
    const error = await failure(auth);
    expect(error).toMatchObject({ name: 'AuthError' });
    expect(error.message).toContain(`There is no profile prod (${by})`);
    expect(error.message).toMatch(/Those that exist: dev, base\.$/);
  });

  it('that has no credentials is an error, and not another identity', async () => {
    awsHome({ config: '[profile dev]\nregion = us-east-1\noutput = json' }, OTHERS);
    const { message } = await failure({ profile: 'dev' });
    expect(message).toContain('The profile dev');
    expect(message).toContain('it has region, output');
  });

  it('is found in a file that a variable names from the home folder', async () => {
    const { write } = awsHome({}, { AWS_SHARED_CREDENTIALS_FILE: '~/mine' });
    write('mine', KEYS);
    expect(await find({ profile: 'base' })).toMatchObject({ accessKeyId: 'AKIDBASE' });
  });

  it.each([
    ['aws_session_token', 'aws_security_token'],
    ['aws_security_token', 'other'],
  ])('has its token as %s, before %s', async (key, other) => {
    awsHome({ credentials: `${KEYS}${other} = second\n${key} = first\n` });
    expect(await find({ profile: 'base' })).toMatchObject({ sessionToken: 'first' });
  });

  it('with half a pair of keys says which half', async () => {
    awsHome({ credentials: '[base]\naws_access_key_id = AKIDBASE' });
    expect((await failure({ profile: 'base' })).message).toContain('no aws_secret_access_key');
  });

  it('named by an empty AWS_PROFILE is none', async () => {
    awsHome({}, { AWS_PROFILE: '', AWS_ACCESS_KEY_ID: 'AKIDENV', AWS_SECRET_ACCESS_KEY: 'x' });
    expect(await find()).toMatchObject({ accessKeyId: 'AKIDENV' });
  });

  it('is read again when its file has changed', async () => {
    const { write } = awsHome({ credentials: KEYS });
    expect(await find({ profile: 'base' })).toMatchObject({ accessKeyId: 'AKIDBASE' });
    write('.aws/credentials', KEYS.replace('AKIDBASE', 'AKIDNEW'));
    expect(await find({ profile: 'base' })).toMatchObject({ accessKeyId: 'AKIDNEW' });
  });
});

describe('without a profile', () => {
  it('keys of the environment come before the profile default', async () => {
    const credentials = KEYS.replace('base', 'default');
    awsHome({ credentials }, { AWS_ACCESS_KEY_ID: 'AKIDENV', AWS_SECRET_ACCESS_KEY: 'x' });
    expect(await find()).toMatchObject({ accessKeyId: 'AKIDENV' });
  });

  it('the profile default comes before the container', async () => {
    awsHome(
      { credentials: KEYS.replace('base', 'default') },
      { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1/c' },
    );
    expect(await find()).toMatchObject({ accessKeyId: 'AKIDBASE' });
  });

  it.each([
    ['config', '[default\nregion = us-east-1', 'line 1 begins a section and lacks its ]'],
    ['credentials', 'AKIDSECRET', 'line 1 stands in no section'],
  ])(
    'a broken file %s is what the error tells first, without its words',
    async (file, text, why) => {
      const { home } = awsHome({ [file]: text });
      const { message } = await failure();
      expect(message).toMatch(/^AWS's configuration is broken; mend /);
      expect(message).toContain(`${home}/.aws/${file} (${why})`);
      expect(message).not.toContain('AKIDSECRET');
      const named = await failure({ profile: 'work' });
      expect(named.message).toContain(`There is no profile work`);
      expect(named.message).toContain(why);
    },
  );

  it('and without anything else the error names all that was looked at', async () => {
    const { home } = awsHome();
    const { message } = await failure();
    for (const looked of [
      'AWS_PROFILE',
      'AWS_ACCESS_KEY_ID',
      `${home}/.aws/config`,
      `${home}/.aws/credentials`,
      'AWS_WEB_IDENTITY_TOKEN_FILE',
      'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
      'AWS_EC2_METADATA_DISABLED',
      'apiKey',
    ]) {
      expect(message).toContain(looked);
    }
  });
});

describe('a role of a profile', () => {
  const answering = (id = 'ASIAROLE') => {
    const seen: URLSearchParams[] = [];
    const url = loopback((_request, response, body) => {
      seen.push(new URLSearchParams(body));
      response.writeHead(200, { 'content-type': 'text/xml' });
      response.end(stsAnswer('AssumeRole', id));
    });
    return { url, seen };
  };

  it('is assumed with the credentials of its source_profile', async () => {
    const { url, seen } = answering();
    const config = role('admin', 'source_profile = base\nexternal_id = e\nrole_session_name = me');
    awsHome({ credentials: KEYS, config }, { AWS_ENDPOINT_URL_STS: await url });
    const found = await find({ profile: 'admin' });
    expect(found).toMatchObject({ accessKeyId: 'ASIAROLE', sessionToken: 'role-token' });
    expect(found.expiration?.getTime()).toBeGreaterThan(Date.now());
    expect(Object.fromEntries(seen[0] ?? [])).toMatchObject({
      RoleArn: ROLE,
      ExternalId: 'e',
      RoleSessionName: 'me',
    });
  });

  it.each([
    ['endpoint_url', 'endpoint_url = $STS'],
    ['services', 'services = s\n[services s]\nsts =\n  endpoint_url = $STS'],
  ])('is asked of the STS that %s of its profile names', async (_key, settings) => {
    const url = await loopback((_request, response) => {
      response.setHeader('content-type', 'text/xml').end(stsAnswer('AssumeRole', 'ASIAROLE'));
    });
    const config = role('admin', `source_profile = base\n${settings.replace('$STS', url)}`);
    awsHome({ config, credentials: KEYS });
    expect(await find({ profile: 'admin' })).toMatchObject({ accessKeyId: 'ASIAROLE' });
  });

  it('asks mfaCode for a code, and sends it with the serial', async () => {
    const { url, seen } = answering();
    const config = role('admin', 'source_profile = base\nmfa_serial = arn:aws:iam::1:mfa/me');
    awsHome({ credentials: KEYS, config }, { AWS_ENDPOINT_URL_STS: await url });
    const asked: string[] = [];
    const mfaCode = (serial: string) => {
      asked.push(serial);
      return ' 123456 ';
    };
    await find({ profile: 'admin', mfaCode });
    expect(asked).toEqual(['arn:aws:iam::1:mfa/me']);
    expect(Object.fromEntries(seen[0] ?? [])).toMatchObject({
      SerialNumber: 'arn:aws:iam::1:mfa/me',
      TokenCode: '123456',
    });
  });

  it('that needs a code says that mfaCode gives it', async () => {
    const config = role('admin', 'source_profile = base\nmfa_serial = arn:aws:iam::1:mfa/me');
    awsHome({ credentials: KEYS, config });
    expect((await failure({ profile: 'admin' })).message).toMatch(
      /profile admin needs .*multi-factor.*mfa\/me.*`mfaCode`/,
    );
    const { message } = await failure({ profile: 'admin', mfaCode: () => 'none' });
    expect(message).toContain('did not give a code of six digits');
  });

  it('that STS denies is told with what STS says, and is not asked for twice', async () => {
    let asked = 0;
    const url = await loopback((_request, response) => {
      asked += 1;
      response.writeHead(403, { 'content-type': 'text/xml' });
      response.end(stsRefusal('AccessDenied', 'User me is not authorized to perform it'));
    });
    const config = role('admin', 'source_profile = base');
    awsHome({ credentials: KEYS, config }, { AWS_ENDPOINT_URL_STS: url });
    const { message } = await failure({ profile: 'admin' }, { attempts: 3 });
    expect(message).toContain(`The role ${ROLE} of the profile admin could not be assumed`);
    expect(message).toContain('AccessDenied: User me is not authorized to perform it');
    expect(asked).toBe(1);
  });

  it('whose source STS does not know says which source that is', async () => {
    const url = await loopback((_request, response) => {
      response.writeHead(403, { 'content-type': 'text/xml' });
      response.end(stsRefusal('InvalidClientTokenId', 'The security token is invalid'));
    });
    const config = role('admin', 'source_profile = base');
    awsHome({ credentials: KEYS, config }, { AWS_ENDPOINT_URL_STS: url });
    expect((await failure({ profile: 'admin' })).message).toContain(
      'does not take the credentials from the keys of the profile base',
    );
  });

  it('is asked for again when STS has a bad moment, which the log is told', async () => {
    let asked = 0;
    const url = await loopback((_request, response) => {
      asked += 1;
      response.writeHead(asked === 1 ? 503 : 200, { 'content-type': 'text/xml' });
      response.end(asked === 1 ? '' : stsAnswer('AssumeRole', 'ASIALATER'));
    });
    const config = role('admin', 'source_profile = base');
    awsHome({ credentials: KEYS, config }, { AWS_ENDPOINT_URL_STS: url });
    const { logger, warnings } = noted();
    const found = await find({ profile: 'admin' }, { attempts: 2, logger });
    expect(found.accessKeyId).toBe('ASIALATER');
    expect(warnings.map(({ message }) => message)).toEqual([
      'A source of credentials is asked again',
    ]);
  });

  it.each([
    [
      'names a profile that is not there',
      'source_profile = gone',
      /no profile gone \(the source_profile of admin\)/,
    ],
    ['names nothing', 'region = us-east-1', /no source_profile or credential_source/],
    ['goes in a circle', 'source_profile = other', /circle.*admin → other → admin/],
    ['has two sources', 'source_profile = base\ncredential_source = Environment', /both/],
    ['has a source of no kind', 'credential_source = Nowhere', /Nowhere.*EcsContainer/],
  ])('%s: an error that says so', async (_what, more, said) => {
    const config = role('admin', more) + role('other', 'source_profile = admin');
    awsHome({ credentials: KEYS, config });
    expect((await failure({ profile: 'admin' })).message).toMatch(said);
  });

  it.each(['soon', '60', '43201', '900.5'])(
    'with the duration_seconds %s is an error that says what is possible',
    async (duration) => {
      const config = role('admin', `source_profile = base\nduration_seconds = ${duration}`);
      awsHome({ config, credentials: KEYS });
      expect((await failure({ profile: 'admin' })).message).toBe(
        `The profile admin has the duration_seconds ${duration}. Use a whole number from 900 to 43200.`,
      );
    },
  );

  it.each([
    ['Environment', 'AWS_ACCESS_KEY_ID is not set'],
    ['EcsContainer', 'neither AWS_CONTAINER_CREDENTIALS_RELATIVE_URI nor _FULL_URI is set'],
    ['Ec2InstanceMetadata', 'AWS_EC2_METADATA_DISABLED turns that off'],
  ])('whose credential_source %s is not there says so', async (kind, why) => {
    awsHome({ config: role('admin', `credential_source = ${kind}`) });
    expect((await failure({ profile: 'admin' })).message).toBe(
      `The profile admin has the credential_source ${kind}, and ${why}.`,
    );
  });

  it('can have itself as its source, where it has keys', async () => {
    const { url } = answering('ASIASELF');
    const config = role('base', 'source_profile = base');
    awsHome({ credentials: KEYS, config }, { AWS_ENDPOINT_URL_STS: await url });
    expect(await find({ profile: 'base' })).toMatchObject({ accessKeyId: 'ASIASELF' });
  });
});
