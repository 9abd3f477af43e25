import { Server } from '@modelcontextprotocol/server';

const object = { type: 'object' };
const TOOLS = [
  {
    name: 'files/read.text',
    description: 'Reads a file.',
    inputSchema: { ...object, properties: { path: { type: 'string' } }, required: ['path'] },
  },
  {
    name: 'weather',
    description: 'The weather of a city.',
    inputSchema: { ...object, properties: { city: { type: 'string' } }, required: ['city'] },
    outputSchema: { ...object, properties: { degrees: { type: 'number' } }, required: ['degrees'] },
  },
  { name: 'chart', title: 'Draws a chart', inputSchema: object },
  { name: 'fails', description: 'Fails.', inputSchema: object },
  { name: 'refuses', description: 'Refuses its arguments.', inputSchema: object },
  { name: 'waits', description: 'Waits until it is told to stop.', inputSchema: object },
  { name: 'wait', description: 'Has the name of an action.', inputSchema: object },
  { name: 'files_read.text', description: 'Reads it otherwise.', inputSchema: object },
];
const PER_PAGE = 3;

const text = (words) => ({ type: 'text', text: words });
const answers = {
  'files/read.text': ({ path }) => ({ content: [text(`the text of ${path}`), text('and more')] }),
  weather: ({ city }) => ({
    content: [text(`{"degrees":21,"of":"${city}"}`)],
    structuredContent: { degrees: 21 },
  }),
  chart: () => ({
    content: [text('a chart:'), { type: 'image', data: 'AAAA', mimeType: 'image/png' }],
  }),
  fails: () => ({ isError: true, content: [text('the disk is full')] }),
  refuses: () => {
    throw Object.assign(new Error('no such city'), { code: -32602 });
  },
};

/**
 * A server of every kind of answer, whose tools come on several pages. `tell` hears what a client cannot
 * see: that a call came that waits, and that it was taken back.
 * @param {(word: string) => unknown} tell
 */
export function offerTools(tell) {
  const server = new Server({ name: 'fixture', version: '1.0.0' }, { capabilities: { tools: {} } });
  server.setRequestHandler('tools/list', ({ params }) => {
    const from = Number(params?.cursor ?? 0);
    const next = from + PER_PAGE;
    const more = next < TOOLS.length ? { nextCursor: String(next) } : {};
    return { tools: TOOLS.slice(from, next), ...more };
  });
  server.setRequestHandler('tools/call', async ({ params }, { mcpReq }) => {
    const answer = answers[params.name];
    if (answer) return answer(params.arguments ?? {});
    const aborted = new Promise((resolve) => mcpReq.signal.addEventListener('abort', resolve));
    tell('waiting');
    await aborted;
    tell('taken back');
    return { content: [text('too late')] };
  });
  return server;
}
