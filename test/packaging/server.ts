import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Server {
  /** As it has printed it. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a server, and waits for the address that it prints. */
export async function startServer(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<Server> {
  const child = spawn(command, args, { cwd, env });
  const gone = once(child, 'close');
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const found = new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [url] = /http:\/\/\S+/.exec(said) ?? [];
      if (url) resolve(url);
    });
  });
  const ended = gone.then(() => Promise.reject(new Error(said)));
  ended.catch(() => {});
  const url = await Promise.race([found, ended]);
  return {
    url,
    async stop() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
