import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A service that repeats all that it is sent, in many encodings. */
export interface EchoingService {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
};

/** What a service can see of a request, in the encodings that a service may choose for it. */
function echoOf({ url = '', headers }: IncomingMessage, body: string): object {
  const decoded = [...new URL(url, 'http://x.example').searchParams.values()].join(' ');
  const [, basic = ''] = (headers.authorization ?? '').split('Basic ');
  const login = Buffer.from(basic, 'base64').toString();
  const key = String(headers['x-key'] ?? '');
  const texts = [url, decoded, body, login, key];
  return {
    headers,
    texts,
    json: texts.map((text) => JSON.stringify(text)),
    base64: texts.map((text) => Buffer.from(text).toString('base64')),
    hex: texts.map((text) => Buffer.from(text).toString('hex')),
    capitals: texts.map((text) => text.toUpperCase()),
    url: texts.map((text) => encodeURIComponent(text)),
  };
}

/**
 * `/token` hands out a token. Other paths say how the request ends: `/answers`, `/refuses`, `/breaks` (an answer that is
 * no JSON) or `/redirects`.
 */
export async function echoingService(token: string): Promise<EchoingService> {
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const echo = echoOf(request, body);
      const path = (request.url ?? '').split('?')[0] ?? '';
      const json = (status: number, value: object, headers = {}): void =>
        void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
      if (path === '/token') return json(200, { access_token: token, token_type: 'Bearer', expires_in: 3600 });
      if (path === '/answers') return json(200, echo);
      if (path === '/redirects')
        return json(302, {}, { location: `/elsewhere?was=${encodeURIComponent(request.url ?? '')}` });
      if (path === '/breaks') return void response.end(`not { JSON ${JSON.stringify(echo)}`);
      const said = `wrong: ${JSON.stringify(echo)}`;
      const details = [{ errorCode: said, fieldName: said, entityId: said, entityName: said }];
      return json(401, { code: said, message: said, messageWithParams: said, messageParams: { said }, details });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
