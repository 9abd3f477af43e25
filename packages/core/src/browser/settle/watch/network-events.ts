import type { CDPSession } from 'playwright';
import type { LiveLog } from './live/live-log.js';
import { kindOfSize, messageKind } from './live/message-kind.js';
import type { RequestLog } from './request-log.js';

/** Hands what a target tells of its network to the logs. `idOf` tells apart the ids of several targets. */
export function followNetwork(
  session: CDPSession,
  logs: { requests: RequestLog; live: LiveLog },
  idOf: (own: string) => string,
): void {
  const { requests, live } = logs;
  /** From the browser's monotonic seconds to the epoch milliseconds of the page's own clock. */
  let epochOffsetMs: number | undefined;
  const epochMs = (timestamp: number) =>
    epochOffsetMs === undefined ? Date.now() : timestamp * 1_000 + epochOffsetMs;

  session.on('Network.requestWillBeSent', (event) => {
    epochOffsetMs ??= (event.wallTime - event.timestamp) * 1_000;
    const id = idOf(event.requestId);
    if (event.type === 'EventSource') live.opened(id, 'event stream', event.request.url);
    requests.sent(id, event);
  });
  session.on('Network.responseReceived', ({ requestId, response, timestamp }) =>
    requests.responded(idOf(requestId), response, epochMs(timestamp)),
  );
  session.on('Network.dataReceived', ({ requestId, dataLength, timestamp }) => {
    const id = idOf(requestId);
    if (requests.isHeld(id)) {
      live.received(id, kindOfSize(dataLength), epochMs(timestamp), 'held request');
    } else requests.dataCame(id, dataLength, epochMs(timestamp));
  });
  const onEnd = ({ requestId, timestamp }: { requestId: string; timestamp: number }) => {
    const id = idOf(requestId);
    requests.ended(id, epochMs(timestamp));
    live.closed(id);
  };
  session.on('Network.loadingFinished', onEnd);
  session.on('Network.loadingFailed', onEnd);

  session.on('Network.eventSourceMessageReceived', ({ requestId, eventName, data, timestamp }) => {
    const kind = `${eventName} ${messageKind(data)}`;
    live.received(idOf(requestId), kind, epochMs(timestamp), 'event stream');
  });
  session.on('Network.webSocketCreated', ({ requestId, url }) =>
    live.opened(idOf(requestId), 'socket', url),
  );
  session.on('Network.webSocketFrameSent', ({ requestId, response }) =>
    live.sent(idOf(requestId), kindOfFrame(response)),
  );
  session.on('Network.webSocketFrameReceived', ({ requestId, response, timestamp }) =>
    live.received(idOf(requestId), kindOfFrame(response), epochMs(timestamp), 'socket'),
  );
  session.on('Network.webSocketClosed', ({ requestId }) => live.closed(idOf(requestId)));
}

/** @see https://www.rfc-editor.org/rfc/rfc6455#section-5.2 for the numbers of the kinds. */
const text = 1;

const kindOfFrame = ({ opcode, payloadData }: { opcode: number; payloadData: string }): string =>
  opcode === text ? messageKind(payloadData) : kindOfSize(payloadData.length);
