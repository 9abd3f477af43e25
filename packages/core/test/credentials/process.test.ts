import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeClock } from '../support/fake-clock.js';
import { awsHome, failure, find } from './aws-world.js';

const P = '[profile p]\ncredential_process = $HOME/x.sh\n';
const prints = (json: object) => `echo '${JSON.stringify(json)}'`;
const SECRET = 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY';
const GOOD = { Version: 1, AccessKeyId: 'AKIDPROC', SecretAccessKey: SECRET };
const failing = (script: string) => {
  awsHome({ config: P, scripts: { 'x.sh': script } });
  return failure({ profile: 'p' });
};

describe('credential_process', () => {
  it('gives what it prints', async () => {
    const Expiration = new Date(Date.now() + 3_600_000).toISOString();
    const script = prints({ ...GOOD, SessionToken: 't', Expiration });
    awsHome({ config: P, scripts: { 'x.sh': script } });
    expect(await find({ profile: 'p' })).toEqual({
      accessKeyId: 'AKIDPROC',
      secretAccessKey: SECRET,
      sessionToken: 't',
      expiration: new Date(Expiration),
    });
  });

  it.each([
    [
      'fails',
      'echo "your login is over" >&2; exit 3',
      /exited with code 3, saying: your login is over$/,
    ],
    ['ends by a signal', 'kill -TERM $$', /SIGTERM|code 143/],
    ['prints a notice', 'echo "Update available"; echo {}', /not print JSON.*Update available/],
    ['prints nothing', ':', /not print JSON.*nothing/],
    ['prints another version', prints({ ...GOOD, Version: 2 }), /Version is not 1/],
    ['prints no keys', prints({ Version: 1 }), /without AccessKeyId/],
    [
      'prints expired ones',
      prints({ ...GOOD, Expiration: '2024-01-01T00:00:00Z' }),
      /expired at 2024/,
    ],
    ['prints a wrong date', prints({ ...GOOD, Expiration: 'soon' }), /no date: soon/],
  ])('that %s is told with what it said', async (_what, script, said) => {
    const error = await failing(script);
    expect(error.name).toBe('AuthError');
    expect(error.message).toMatch(/^The credential_process of the profile p /);
    expect(error.message).toMatch(said);
  });

  it('that does not exist says so', async () => {
    awsHome({ config: P });
    expect((await failure({ profile: 'p' })).message).toMatch(/command that does not exist.*x\.sh/);
  });

  it('is never quoted with the secrets it printed', async () => {
    const error = await failing(
      `echo 'notice'; ${prints(GOOD)}; echo "token: ${SECRET}" >&2; exit 1`,
    );
    expect(JSON.stringify(error) + error.stack).not.toContain(SECRET);
    const printed = await failing(`echo 'notice'; ${prints(GOOD)}`);
    expect(JSON.stringify(printed) + printed.stack).not.toContain(SECRET);
    expect(printed.message).toContain('[redacted]');
  });

  it('that hangs is named, and ended with all it began', async () => {
    const script = 'sh -c "sleep 300; echo late > $HOME/late" & echo $! > $HOME/pid; wait';
    const { home } = awsHome({ config: P, scripts: { 'x.sh': script } });
    const clock = fakeClock();
    const failed = failure({ profile: 'p' }, { clock });
    const pidFile = join(home, 'pid');
    while (!existsSync(pidFile) || readFileSync(pidFile, 'utf8') === '') {
      await new Promise((done) => setTimeout(done, 10));
    }
    const pid = Number(readFileSync(pidFile, 'utf8'));
    clock.advance(60_000);
    expect((await failed).message).toBe(
      'The credential_process of the profile p gave no answer within 60000 ms',
    );
    await expect.poll(() => alive(pid)).toBe(false);
  });
});

/** A zombie that nobody has waited for has ended all the same. */
function alive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
