import { McpServer } from '@modelcontextprotocol/server';
import { VERSION } from '../version.js';
import { offerAct } from './tools/act.js';
import { offerClose } from './tools/close.js';
import { offerGet } from './tools/get.js';
import { offerGoTo } from './tools/go-to.js';
import type { ToolWorld } from './tools/in-session.js';
import { offerScreenshot } from './tools/screenshot.js';

const INSTRUCTIONS = `A web browser that is told in plain words what to do. go_to a page; act does one task on it, get answers a
question about it, screenshot shows it. The browser stays open between calls: each result names its session.
close it when the work is done. One browser does one thing at a time; pass session: "new" for a second one.`;

/** A server of MCP whose tools work for `owner`. */
export function createServer(world: ToolWorld): McpServer {
  const server = new McpServer(
    { name: 'nova-act', title: 'Amazon Nova Act', version: VERSION },
    { capabilities: { tools: {} }, instructions: instructionsFor(world) },
  );
  for (const offer of [offerAct, offerGet, offerGoTo, offerScreenshot, offerClose]) {
    offer(server, world);
  }
  return server;
}

/** A secret is of use only to who knows its name. */
function instructionsFor({ secretNames = [] }: ToolWorld): string {
  if (secretNames.length === 0) return INSTRUCTIONS;
  const names = secretNames.map((name) => `{{${name}}}`).join(', ');
  return `${INSTRUCTIONS}
What you do not know can be typed all the same: name it in a prompt, as it stands here: ${names}.`;
}
