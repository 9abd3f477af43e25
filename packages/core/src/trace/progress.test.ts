import { expect, it } from 'vitest';
import { progressReporter } from './progress.js';
import { playSample, type SampleOptions, sampleEvents } from './sample-act.case.js';

function lines(options?: SampleOptions, colors = false): string[] {
  const written: string[] = [];
  playSample(progressReporter({ write: (line) => written.push(line), colors }), options);
  return written;
}

it('tells an act a line at a time, in plain words, with times and what was waited for', () => {
  expect(lines()).toEqual([
    'Browser open at https://flights.example/',
    '▶ Find flights from Boston to Wolf on Feb 22nd',
    '  step 1  settled in 110 ms: fetch /api/flights 300 ms, then quiet',
    '    the agent answered in 1.8 s',
    '    Think: The form is empty. I will fill in where from and where to, then search.',
    '    Click ‘From’ 58 ms',
    '    Type “Boston” into ‘From’, then Enter 31 ms',
    '    Scroll down in ‘Results’ 44 ms',
    '    Call lookUpCode(city: "Boston") 212 ms',
    '    Click at 270, 350 → AgentRedirectError: This is a dropdown; type one of ["One way","Return"]',
    '  step 2  settled in 428 ms: fetch /api/flights 300 ms, then quiet',
    '    the agent answered in 1.2 s',
    '    Click at 800, 520 63 ms',
    '✔ done in 4.0 s, 2 steps: {"price":1234.5,"carrier":"Arcturus"}',
  ]);
});

it('says how an act ended that did not succeed', () => {
  expect(lines({ status: 'TIMED_OUT' }).slice(-2)).toEqual([
    '    Click at 800, 520 → ActTimeoutError: The browser took too long',
    '✘ TIMED_OUT after 4.0 s, 1 step: ActTimeoutError: The browser took too long',
  ]);
});

it('writes no escape sequence unless asked for colours, whatever pages and models say', () => {
  const evil = 'a\u001b[31m\u001b]0;t\u0007\u009b2J\rb\nc';
  const texts = {
    prompt: evil,
    reason: evil,
    thought: evil,
    typed: evil,
    toolName: evil,
    toolInput: { [evil]: evil },
    redirect: `AgentRedirectError: ${evil}`,
    response: evil,
    startingPage: `https://e.com/${evil}`,
  };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  const control = /[\u0000-\u001f\u007f-\u009f]/;
  for (const line of lines({ texts })) expect(line).not.toMatch(control);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: only its own colours may be there
  const own = /\u001b\[\d+m/g;
  const colored = lines({ texts }, true);
  expect(colored.join('')).toMatch(own);
  for (const line of colored) expect(line.replace(own, '')).not.toMatch(control);
});

it('redacts URLs and keeps a line to its length', () => {
  const url = 'https://u:hunter2@e.com/?sig=s3cr3t';
  const all = lines({ texts: { prompt: `go to ${url}`, startingPage: url, response: url } });
  expect(all.join('\n')).not.toMatch(/hunter2|s3cr3t/);
  const long = lines({ texts: { thought: 'x'.repeat(10_000), response: 'y'.repeat(10_000) } });
  expect(Math.max(...long.map((line) => line.length))).toBeLessThan(250);
});

it('says what was played from memory', () => {
  const written: string[] = [];
  const listener = progressReporter({ write: (line) => written.push(line) });
  for (const event of sampleEvents()) {
    if (event.type === 'step.decided') event.played = true;
    if (event.type === 'act.finished') event.metadata.memory = { played: 2, healed: false };
    listener(event);
  }
  expect(written).toContain('    played from memory');
  expect(written.join()).not.toContain('the agent answered');
  expect(written.at(-1)).toContain('2 steps, 2 played from memory');
});
