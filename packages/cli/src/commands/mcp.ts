import { NovaAct, type NovaActOptions } from '@nova-act/core';
import { readConfig, systemClock } from '@nova-act/core/runtime';
import { Workflow, type WorkflowOptions } from '@nova-act/workflow';
import { defineCommand } from 'citty';
import type { Surroundings } from '../arguments/surroundings.js';
import { serveOnHttp } from '../mcp/http/serve-on-http.js';
import { sessionOpener } from '../mcp/sessions/open-session.js';
import { Sessions } from '../mcp/sessions/sessions.js';
import { serveOnStdio } from '../mcp/stdio/serve-on-stdio.js';
import { readRun } from '../service/run-arguments.js';
import { readSession } from '../service/session-arguments.js';
import { DEFINITION, MCP_ARGUMENTS, readHttp, readLimits } from './mcp-arguments.js';

/** `nova-act mcp`: the tools of the browser, for clients of the Model Context Protocol. */
export function mcpCommand(around: Surroundings) {
  return defineCommand({
    meta: {
      name: 'mcp',
      description: 'Serve the browser to clients of the Model Context Protocol',
    },
    args: MCP_ARGUMENTS,
    async run({ args }) {
      const http = readHttp(args, around.env);
      const limits = readLimits(args);
      const run = readRun(args, around.env, DEFINITION);
      const session = readSession(args, args['starting-page'], around.env);
      demandUsable(run, session);
      const signal = around.stop();
      const { logger } = readConfig();
      const onError = (error: unknown) => logger.warn('MCP server', { error: String(error) });
      const open = sessionOpener({ ...run, signal }, session);
      const sessions = new Sessions({ open, clock: systemClock, onError, ...limits });
      const secretNames = Object.keys(session.secrets ?? {});
      const world = { sessions, allowLocal: args['allow-local'] ?? false, secretNames, onError };
      if (!http) return serveOnStdio({ ...world, signal });
      const serving = await serveOnHttp({ ...world, ...http, ...limits, clock: systemClock });
      around.print(`Nova Act, MCP server: ${serving.url}\n`);
      await new Promise((resolve) => {
        if (signal.aborted) resolve(undefined);
        signal.addEventListener('abort', resolve, { once: true });
      });
      await serving.stop(signal.reason);
    },
  });
}

/** What no session could ever be opened with is told now, and not by the first call. @throws ValidationError, AuthError */
function demandUsable(run: WorkflowOptions, session: NovaActOptions): void {
  const workflow = new Workflow(run);
  new NovaAct({ ...session, workflow });
}
