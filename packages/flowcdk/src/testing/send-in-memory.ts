import { type IncomingMessage, request } from 'node:http';
import { duplexPair } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import type { Send } from '../apply/api';

/**
 * Sends requests to a server that listens on no port: they go through memory instead of a socket. Fastify's `inject`
 * would do the same, but it needs a module that jest cannot load before Node 24.
 */
export async function sendInMemory(server: FastifyInstance): Promise<Send> {
  await server.ready();
  return async ({ method, path, headers, body }) => {
    const [here, there] = duplexPair();
    server.server.emit('connection', there);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ createConnection: () => here, method, path, headers: { ...headers, connection: 'close' } }, resolve)
        .on('error', reject)
        .end(body);
    });
    return { status: answer.statusCode ?? 0, body: await text(answer) };
  };
}
