import { randomUUID } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { Answer, Stream } from './api/route';
import { replyOf } from './hall';

/** Writes an answer of known size. */
export function sent(reply: FastifyReply, answer: Exclude<Answer, Stream>): FastifyReply {
  const { status, body, contentType } = replyOf(answer);
  const text =
    contentType.startsWith('application/json') && body !== undefined ? JSON.stringify(body) : String(body ?? '');
  const headers: OutgoingHttpHeaders = { 'ININ-Correlation-Id': randomUUID() };
  if (body !== undefined) headers['Content-Type'] = contentType;
  if (status !== 204) headers['Content-Length'] = Buffer.byteLength(text);
  // Writes past fastify, which has nothing to add: no route has a schema, and no hook looks at the payload.
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) headers[name] = value;
  reply.raw.writeHead(status, headers).end(text);
  return reply;
}

/** Milliseconds. Proxies and clients close a connection that is silent for a minute. */
const HEARTBEAT = 15_000;

/** Writes a stream past fastify. Its connection ends with the server, or when the reader leaves. */
export function streamed(reply: FastifyReply, { contentType, begin }: Stream, heartbeat = HEARTBEAT): FastifyReply {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Readonly<Record<string, string>>),
    'ININ-Correlation-Id': randomUUID(),
    'Content-Type': `${contentType}; charset=utf-8`,
    'Cache-Control': 'no-store',
  });
  raw.flushHeaders();
  // A reader who does not read gets no heartbeat, so that nothing piles up.
  const beat = setInterval(() => raw.writableNeedDrain || raw.write(': still here\n\n'), heartbeat);
  beat.unref();
  const stop = begin({
    write: (text) => raw.write(text),
    onReady: (run) => raw.on('drain', run),
    end: () => raw.end(),
  });
  raw.on('close', () => {
    clearInterval(beat);
    stop();
  });
  return reply;
}
