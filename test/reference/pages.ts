import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page with one of each thing that an agent acts upon, at places that do not depend on fonts. */
const PAGE = `<!doctype html><title>Reference</title>
<style>body{margin:0;height:2400px}body>*{position:absolute;left:100px;width:240px;height:40px}</style>
<button style="top:100px" onclick="this.textContent='Pressed'">Press</button>
<input style="top:200px" aria-label="Name">
<select style="top:300px"><option value="r">Red</option><option value="b">Blué</option></select>
<div style="top:400px;height:100px;overflow:auto"><p style="height:600px">Scroll</p></div>
<input type="range" min="1" max="9" style="top:550px">
<input type="color" style="top:620px">`;

export async function servePages() {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(request.url === '/other' ? '<!doctype html><h1>Other</h1>' : PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const LOOK = ['waitForPageToSettle', 'takeObservation'] as const;
const box = (top: number, height = 40) => `<box>${top},100,${top + height},340</box>`;

/** What the model asks of either client, step by step. */
export function programsOn(origin: string) {
  return [
    [['agentClick', box(100)], ...LOOK],
    [['agentHover', box(100)], ...LOOK],
    [['think', 'a name'], ['agentType', 'Zo\\u00eb', box(200)], ...LOOK],
    [['agentType', 'caf\\\\u00e9', box(200), { pressEnter: true }], ...LOOK],
    [['agentClick', box(300)], ...LOOK],
    [['agentType', 'Blué', box(300)], ...LOOK],
    [['agentScroll', 'down', box(400, 100)], ...LOOK],
    [['agentClick', box(550)], ...LOOK],
    [['agentClick', box(620)], ...LOOK],
    [['wait', 0.1], ...LOOK],
    [['goToUrl', `${origin}/other`], ...LOOK],
    [['return', '{"colour": "Blu\\u00e9"}']],
  ] as const;
}

export const PROMPT = 'Do as it is asked';
export const SCHEMA = {
  type: 'object',
  properties: { colour: { type: 'string', description: 'Blué, say' } },
  required: ['colour'],
};
