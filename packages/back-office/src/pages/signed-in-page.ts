import { Type } from '@sinclair/typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KeyRing } from '../keys/key-ring';
import type { Role } from '../keys/roles';
import { SESSION_TIME, type Sessions } from '../keys/sessions';
import type { Server } from '../service/fastify';
import { html, page, pageHeaders } from './html';

const COOKIE = 'back_office_session';

/** The session of a request; undefined without one. */
export function sessionOf({ headers }: FastifyRequest): string | undefined {
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim().split('='));
  return cookies.find(([name]) => name === COOKIE)?.[1];
}

/** A page that somebody signs in to with a key of one role. */
export interface SignedInPage {
  /** Where it is: `/agents`. */
  readonly path: string;
  readonly role: Role;
  /** What the key is called: `the key of the front end`. */
  readonly keyName: string;
}

const MaybeNext = Type.Optional(Type.String({ maxLength: 500 }));

/**
 * The way in and out of a page. The key is sent once; from then on the browser has a cookie that no script can read. A
 * link from another site sends it, because a screen pop is one; a form of another site does not.
 */
export function signIn(server: Server, keys: KeyRing, sessions: Sessions, { path, role, keyName }: SignedInPage): void {
  const form = (next: string, notice?: string): string =>
    page(
      'Sign in',
      html`${notice === undefined ? '' : html`<p class="notice" role="alert">${notice}</p>`}
        <form method="post" action="${path}/sign-in">
          <input type="hidden" name="next" value="${next}" />
          <label>Key <input name="key" type="password" autocomplete="off" required /></label>
          <button>Sign in</button>
        </form>
        <p>You need ${keyName}.</p>`,
    );

  server.get(
    `${path}/sign-in`,
    { schema: { hide: true, querystring: Type.Object({ next: MaybeNext }) } },
    ({ query }, reply) => reply.headers(pageHeaders).send(form(within(path, query.next))),
  );

  server.post(
    `${path}/sign-in`,
    { schema: { hide: true, body: Type.Object({ key: Type.String({ maxLength: 200 }), next: MaybeNext }) } },
    async ({ body, protocol }, reply) => {
      const next = within(path, body.next);
      const holder = await keys.holderOf(body.key);
      if (holder?.role !== role)
        return reply
          .status(401)
          .headers(pageHeaders)
          .send(form(next, `This is not ${keyName}.`));
      const secure = protocol === 'https' ? '; Secure' : '';
      const cookie = `${COOKIE}=${await sessions.begin(holder)}; Path=${path}; Max-Age=${SESSION_TIME / 1000}; HttpOnly; SameSite=Lax${secure}`;
      return reply.header('set-cookie', cookie).redirect(next, 303);
    },
  );

  server.post(`${path}/sign-out`, { schema: { hide: true } }, async (request, reply) => {
    const session = sessionOf(request);
    if (session !== undefined) await sessions.end(session);
    return reply
      .header('set-cookie', `${COOKIE}=; Path=${path}; Max-Age=0; HttpOnly; SameSite=Lax`)
      .redirect(`${path}/sign-in`, 303);
  });
}

/** Lets a request pass that is signed in; others are led to the form and back. */
export const signedInTo =
  (sessions: Sessions, { path, role }: SignedInPage) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const session = sessionOf(request);
    if (session !== undefined && (await sessions.roleOf(session)) === role) return;
    await reply.redirect(`${path}/sign-in?next=${encodeURIComponent(request.url)}`, 303);
  };

/** A way within the page: a link from elsewhere leads nowhere else. */
const within = (path: string, next: string | undefined): string =>
  next !== undefined && (next === path || next.startsWith(`${path}/`)) && !next.includes('\\') && !next.includes('//')
    ? next
    : path;
