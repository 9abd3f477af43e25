// How many steps a second the local service answers, with the client in another process:
// `npm run bench -- local-service [seconds]`. Ends with 1 below the aims it prints.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ActDriver, type Service, type Surface } from './local-service/act-driver.js';

const aims = { stepsPerSecond: 1500, startMs: 300 };
const seconds = Number(process.argv[2] ?? 5);
const connections = 16;
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** An observation of 200 KB, as JSON text inside a request. */
function observed(): Buffer {
  const observation = JSON.stringify({
    activeURL: 'https://example.com/',
    userAgent: 'benchmark',
    timestamp_ms: 0,
    browserDimensions: {
      windowWidth: 1600,
      windowHeight: 813,
      scrollWidth: 1600,
      scrollHeight: 813,
      scrollLeft: 0,
      scrollTop: 0,
    },
    screenshotBase64: `data:image/jpeg;base64,${'/9j/4AAQSkZJRgAB'.repeat(12_500)}`,
    simplifiedDOM: '',
    idToBboxMap: {},
  });
  return Buffer.from(`${JSON.stringify(observation)}}]}]}`);
}

/** Time of the processor that the service has used. */
async function cpuMs(): Promise<number> {
  child.send('cpu');
  const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage];
  return (user + system) / 1000;
}

async function measure(service: Service, surface: Surface): Promise<boolean> {
  const body = observed();
  const drivers = Array.from({ length: connections }, () => new ActDriver(service, surface, body));
  for (const driver of drivers) await driver.open();
  const run = async (forMs: number) => {
    const latenciesMs: number[] = [];
    const endMs = performance.now() + forMs;
    const startMs = performance.now();
    await Promise.all(
      drivers.map(async (driver) => {
        while (performance.now() < endMs) {
          const sentMs = performance.now();
          await driver.step();
          latenciesMs.push(performance.now() - sentMs);
        }
      }),
    );
    return { latenciesMs, perSecond: (latenciesMs.length * 1000) / (performance.now() - startMs) };
  };
  await run(1000);
  const before = await cpuMs();
  const { latenciesMs, perSecond } = await run(seconds * 1000);
  const perStepMs = ((await cpuMs()) - before) / latenciesMs.length;
  for (const driver of drivers) driver.close();
  latenciesMs.sort((a, b) => a - b);
  const at = (part: number) => (latenciesMs[Math.floor(latenciesMs.length * part)] ?? 0).toFixed(1);
  console.log(
    `${surface.padEnd(8)} ${perSecond.toFixed(0).padStart(6)} steps/s with ${(body.length / 1000).toFixed(0)} KB bodies on ${connections} connections, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms; ${perStepMs.toFixed(2)} ms of processor a step`,
  );
  return perSecond >= aims.stepsPerSecond;
}

/** Milliseconds from the start of the command's process to its first answer on the port. */
async function startUp(): Promise<number> {
  const cli = path('../../packages/local/bin/nova-act-local.js');
  const startMs = performance.now();
  const child = spawn(process.execPath, [cli, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += chunk;
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
    if (url === undefined) continue;
    await fetch(`${url}/health`);
    break;
  }
  const tookMs = performance.now() - startMs;
  child.kill();
  return tookMs;
}

const child = fork(path('./local-service/serve.mjs'), {
  execArgv: (process.env['BENCH_NODE_ARGS'] ?? '').split(' ').filter(Boolean),
});
const [service] = (await once(child, 'message')) as [Service];
let reached = true;
for (const surface of ['API key', 'AWS'] as const)
  if (!(await measure(service, surface))) reached = false;
child.disconnect();

const starts: number[] = [];
for (let at = 0; at < 5; at += 1) starts.push(await startUp());
starts.sort((a, b) => a - b);
const startMs = starts[2] ?? 0;
console.log(
  `start    ${startMs.toFixed(0).padStart(6)} ms until the command answers (median of 5)`,
);
console.log(`aims     ${aims.stepsPerSecond} steps/s, ${aims.startMs} ms`);
if (!reached || startMs > aims.startMs) process.exitCode = 1;
