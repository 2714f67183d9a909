import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { strangerIn } from './known-hosts';
import type { Living } from './living';
import { notificationsOf } from './notifications/notifications';

/** The longest message that a client may send, in bytes: a thousand topics have less. */
const LONGEST_MESSAGE = 256 * 1024;
const PATH = /^\/channels\/([^/?]+)$/;

export interface ChannelSocketsOptions {
  readonly life: () => Promise<Living>;
  /** Host names under which the org may be reached. @default every name */
  readonly hosts?: readonly string[] | undefined;
}

/**
 * Serves the WebSockets of channels: `ws://127.0.0.1:8083/channels/ID`. The id is the secret; there is no token.
 *
 * @returns ends every socket
 */
export function serveChannels(server: Server, { life, hosts }: ChannelSocketsOptions): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE, perMessageDeflate: false });
  const connect = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const { host, origin } = request.headers;
    const [, id] = PATH.exec(request.url ?? '') ?? [];
    if (strangerIn({ host, origin }, hosts) !== undefined) return refuse(socket, '403 Forbidden');
    const living = await life();
    const service = notificationsOf(living.runtime);
    if (id === undefined || !service.channel(id)) return refuse(socket, '404 Not Found');
    sockets.handleUpgrade(request, socket, head, (client) => {
      const end = service.connect(id, {
        send: (text) => client.send(text),
        close: (code, reason) => client.close(code, reason),
        cut: () => client.terminate(),
      });
      if (!end) return client.close(1008, 'there is no such channel');
      // A message that is no text is no message of this protocol.
      client.on('message', (data, isBinary) => isBinary || end.receive((data as Buffer).toString('utf8')));
      client.on('close', () => end.closed());
      client.on('error', () => client.terminate());
      living.over.addEventListener('abort', () => client.close(1001, 'the org begins anew'), { once: true });
    });
  };
  server.on('upgrade', (request, socket: Duplex, head) => {
    socket.on('error', () => socket.destroy());
    connect(request, socket, head).catch(() => socket.destroy());
  });
  return () => {
    for (const client of sockets.clients) client.terminate();
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
