import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Chance } from '../../emulator/runtime/chance';
import type { HttpRequest } from '../../emulator/runtime/services/http';
import { ServiceRequest, type Service } from '../../emulator/runtime/services/service';
import type { Json } from '../../emulator/state/json';

/** A service that listens on this machine. */
export interface Listening {
  /** `http://127.0.0.1:49152` */
  readonly url: string;
  /** What reached it, in order. */
  readonly received: readonly { readonly request: HttpRequest; readonly json: Json | undefined }[];
  readonly close: () => Promise<void>;
}

/** Requests of data actions are small. */
const LARGEST_REQUEST = 512 * 1024;
/** The duration of an answer that never comes: longer than any data action waits. */
const NEVER = 24 * 60 * 60 * 1000;

/**
 * Lets a service listen on a free port of this machine. It answers at once, and its `Server-Timing` header says how
 * long the answer takes: an org under a virtual clock lets that time pass.
 *
 * @example
 * ```ts
 * const listening = await serve(respondsWith({ found: false }), chance(1));
 * console.log(listening.url);
 * await listening.close();
 * ```
 */
export async function serve(service: Service, chance: Chance): Promise<Listening> {
  const received: { request: HttpRequest; json: Json | undefined }[] = [];
  const server = createServer((incoming, reply) => {
    void answered(incoming, reply).catch(() => reply.destroy());
  });

  const answered = async (incoming: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming);
    if (body === undefined) {
      reply.writeHead(413, { connection: 'close' }).end();
      return;
    }
    const url = new URL(incoming.url ?? '/', urlOf(server.address() as AddressInfo));
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ]),
    );
    const request: HttpRequest = {
      method: incoming.method ?? 'GET',
      url: url.href,
      headers,
      ...(body === '' ? {} : { body }),
    };
    const question = new ServiceRequest(request, chance, received.length);
    received.push({ request, json: question.json });
    const { after, outcome } = service.serve(question);
    if (outcome && 'problem' in outcome) {
      reply.destroy();
      return;
    }
    const duration = Math.round(outcome ? after : NEVER);
    const { status, headers: own, body: text } = outcome?.response ?? { status: 200, headers: {}, body: '' };
    reply.writeHead(status, { ...own, 'server-timing': `total;dur=${duration}` }).end(text);
  };

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: urlOf(server.address() as AddressInfo),
    received,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const urlOf = ({ port }: AddressInfo): string => `http://127.0.0.1:${port}`;

async function bodyOf(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += (chunk as Buffer).length;
    if (size > LARGEST_REQUEST) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
