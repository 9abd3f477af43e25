import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { awsHome, loopback, stsAnswer } from './aws-world.js';

/** Runs the program in the environment as it is now; its words, its code, and whether it had to be killed. */
async function run() {
  const program = fileURLToPath(new URL('hung-renewal-program.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program], { timeout: 40_000 });
  let said = '';
  for (const pipe of [child.stdout, child.stderr]) {
    pipe.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const [code, signal] = await once(child, 'close');
  return { said: said.trim(), code, signal };
}

it('a credential_process that hangs in the background lets the program end, and ends with it', async () => {
  const json = `{"Version":1,"AccessKeyId":"AKIDONE","SecretAccessKey":"planted-secret","Expiration":"'$(date -u -d "+240 seconds" +%Y-%m-%dT%H:%M:%SZ)'"}`;
  const script = `[ -e $HOME/again ] && { echo $$ > $HOME/pid; sleep 300; }; touch $HOME/again; echo '${json}'`;
  const config = '[profile p]\ncredential_process = $HOME/x.sh\n';
  const { home } = awsHome({ config, scripts: { 'x.sh': script } });
  expect(await run()).toEqual({ said: 'AKIDONE AKIDONE', code: 0, signal: null });
  const pid = readFileSync(join(home, 'pid'), 'utf8').trim();
  await expect.poll(() => existsSync(`/proc/${pid}/exe`)).toBe(false);
});

it('an STS that hangs in the background lets the program end', async () => {
  let asked = 0;
  const url = await loopback((_request, response) => {
    asked += 1;
    if (asked === 1)
      response.setHeader('content-type', 'text/xml').end(stsAnswer('AssumeRole', 'ASIAROLE'));
  });
  const role = '[profile p]\nrole_arn = arn:aws:iam::111122223333:role/A\nsource_profile = base\n';
  const keys = '[base]\naws_access_key_id = AKIDBASE\naws_secret_access_key = planted-secret\n';
  awsHome({ config: role, credentials: keys }, { AWS_ENDPOINT_URL_STS: url });
  expect(await run()).toEqual({ said: 'ASIAROLE ASIAROLE', code: 0, signal: null });
  expect(asked).toBe(2);
});
