import type { Response, Send } from './api';
import { noToken, notAnOrg } from './refusals';
import { isValues, type Value, type Values } from './values';

export interface Client {
  readonly id: string;
  readonly secret: string;
}

/**
 * A bearer token for an OAuth client of a local org. Nothing but a local org is taken: what stacks hold would otherwise
 * go, untried, to the organisation people work with.
 *
 * @param url of the org, for messages
 */
export async function logIn(send: Send, url: string, { id, secret }: Client): Promise<string> {
  const features = await answerOf(send, url);
  if (features.status !== 200) throw notAnOrg(url, 'is no local org');
  const credentials = Buffer.from(`${id}:${secret}`).toString('base64');
  const response = await send({
    method: 'POST',
    path: '/oauth/token',
    headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  });
  const answer = json(response);
  const token = answer['access_token'];
  if (response.status === 200 && typeof token === 'string') return token;
  throw noToken(response.status, reasonIn(answer));
}

async function answerOf(send: Send, url: string): Promise<Response> {
  try {
    return await send({ method: 'GET', path: '/flowcdk/features', headers: {} });
  } catch {
    throw notAnOrg(url, 'does not answer');
  }
}

function json({ body }: Response): Values {
  try {
    const value = JSON.parse(body) as Value;
    return isValues(value) ? value : {};
  } catch {
    return {};
  }
}

const reasonIn = ({ error_description: ofOAuth, message }: Values): string =>
  [ofOAuth, message].find((reason) => typeof reason === 'string') ?? 'no reason given';
