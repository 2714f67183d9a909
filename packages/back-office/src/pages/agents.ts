import { Type } from '@sinclair/typebox';
import type { CustomerSearch, CustomerMatches, KnownCustomer } from '../customer-search/customer-search';
import type { KeyRing } from '../keys/key-ring';
import type { Sessions } from '../keys/sessions';
import type { Pairings } from '../pairing/pairings';
import type { Server } from '../service/fastify';
import { Uuid } from '../service/support-interaction';
import { type Html, html, page, pageHeaders } from './html';
import { signedInTo, signIn } from './signed-in-page';

const AGENTS = { path: '/agents', role: 'front-end', keyName: 'the key of the front end' } as const;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface AgentsPageParts {
  readonly pairings: Pairings;
  readonly keys: KeyRing;
  readonly sessions: Sessions;
  /** Undefined where none is set up: then the page takes the id of a customer. */
  readonly search: CustomerSearch | undefined;
}

/** The page that a screen pop opens: it shows the interaction, finds its customer and pairs them. */
export function agentsPage(server: Server, { pairings, keys, sessions, search }: AgentsPageParts): void {
  signIn(server, keys, sessions, AGENTS);
  const onRequest = signedInTo(sessions, AGENTS);

  server.get('/agents', { onRequest, schema: { hide: true } }, (_request, reply) =>
    reply.headers(pageHeaders).send(page('Interactions', chooseInteraction())),
  );

  server.get(
    '/agents/interaction',
    { onRequest, schema: { hide: true, querystring: Type.Object({ id: Type.String({ maxLength: 100 }) }) } },
    ({ query }, reply) => reply.redirect(`/agents/interactions/${encodeURIComponent(query.id.trim())}`, 303),
  );

  server.get(
    '/agents/interactions/:interactionId',
    {
      onRequest,
      schema: {
        hide: true,
        params: Type.Object({ interactionId: Uuid }),
        querystring: Type.Object({ number: Type.Optional(Type.String({ maxLength: 40 })) }),
      },
    },
    async ({ params, query }, reply) => {
      const interactionId = params.interactionId.toLowerCase();
      const [pairing, matches] = await Promise.all([
        pairings.customerOf(interactionId),
        query.number === undefined || query.number === ''
          ? undefined
          : search?.byNumber(query.number.replaceAll(/[\s()/-]/g, '')),
      ]);
      return reply
        .headers(pageHeaders)
        .send(
          page(
            'Interaction',
            interaction({ interactionId, paired: pairing?.customerId, number: query.number, matches, search }),
          ),
        );
    },
  );

  server.post(
    '/agents/interactions/:interactionId/customer',
    {
      onRequest,
      schema: { hide: true, params: Type.Object({ interactionId: Uuid }), body: Type.Object({ customerId: Uuid }) },
    },
    async ({ params, body }, reply) => {
      await pairings.pair(params.interactionId.toLowerCase(), body.customerId.toLowerCase());
      return reply.redirect(`/agents/interactions/${params.interactionId}`, 303);
    },
  );
}

const chooseInteraction = (): Html =>
  html`<form action="/agents/interaction">
      <label>Id of the interaction <input name="id" required /></label>
      <button>Show</button>
    </form>
    ${signOut()}`;

const signOut = (): Html => html`<form method="post" action="/agents/sign-out"><button>Sign out</button></form>`;

interface Shown {
  readonly interactionId: string;
  readonly paired: string | undefined;
  readonly number: string | undefined;
  /** The customers with that number; undefined where nobody asked. */
  readonly matches: CustomerMatches | undefined;
  readonly search: CustomerSearch | undefined;
}

const interaction = ({ interactionId, paired, number, matches, search }: Shown): Html =>
  html`<p>Interaction <code>${interactionId}</code></p>
    ${
      paired === undefined
        ? html`<p class="notice">No customer is paired yet.</p>`
        : html`<p role="status">Paired with the customer <code>${paired}</code>.</p>`
    }
    ${
      search === undefined
        ? html`<form method="post" action="/agents/interactions/${interactionId}/customer">
            <label>Id of the customer <input name="customerId" required /></label>
            <button>Pair</button>
          </form>`
        : html`<form>
            <label>Telephone number <input name="number" type="tel" value="${number ?? ''}" required /></label>
            <button>Find</button>
          </form>`
    }
    ${matches === undefined ? '' : customers(interactionId, matches)} ${signOut()}`;

const customers = (interactionId: string, { customers: matches, problems }: CustomerMatches): Html =>
  html`${problems.map((problem) => html`<p class="notice" role="alert">${problem}</p>`)}
  ${
    matches.length > 0
      ? table(interactionId, matches)
      : html`<p role="status">
          ${problems.length === 0 ? 'Nobody has this number.' : 'Nobody who answered has this number.'}
        </p>`
  }`;

const table = (interactionId: string, matches: readonly KnownCustomer[]): Html =>
  html`<table>
    <thead>
      <tr>
        <th scope="col">Customer</th>
        <th scope="col">Known to</th>
        <th scope="col">Pairing</th>
      </tr>
    </thead>
    <tbody>
      ${matches.map(
        ({ customerId, name, source }) =>
          html`<tr>
            <td>${name}<br /><code>${customerId}</code></td>
            <td>${source}</td>
            <td>${UUID.test(customerId) ? pairButton(interactionId, customerId, name) : 'The id is no UUID.'}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

const pairButton = (interactionId: string, customerId: string, name: string): Html =>
  html`<form method="post" action="/agents/interactions/${interactionId}/customer">
    <input type="hidden" name="customerId" value="${customerId}" />
    <button>Pair with ${name}</button>
  </form>`;
