import { Type } from '@sinclair/typebox';
import type { Database } from '../database/database';
import { type Clock, later } from '../ground/clock';
import type { KeyRing } from '../keys/key-ring';
import type { Sessions } from '../keys/sessions';
import { type QualityReport, qualityReport } from '../report/quality';
import type { Server } from '../service/fastify';
import { type Html, html, page, pageHeaders } from './html';
import { signedInTo, signIn } from './signed-in-page';

const QUALITY = { path: '/quality', role: 'reader', keyName: 'the key of a reader' } as const;

const DAY = 24 * 3_600_000;

/** How complete the records are, for people who decide about it. */
export function qualityPage(server: Server, db: Database, keys: KeyRing, sessions: Sessions, clock: Clock): void {
  signIn(server, keys, sessions, QUALITY);
  server.get(
    '/quality',
    {
      onRequest: signedInTo(sessions, QUALITY),
      schema: {
        hide: true,
        querystring: Type.Object({ days: Type.Integer({ minimum: 1, maximum: 366, default: 30 }) }),
      },
    },
    async ({ query }, reply) => {
      const to = later(clock.now(), 1);
      const report = await qualityReport(db, later(to, -query.days * DAY), to);
      return reply.headers(pageHeaders).send(page('How complete the records are', figures(report, query.days)));
    },
  );
}

const row = (name: string, value: string | number, meaning: string): Html =>
  html`<tr>
    <th scope="row">${name}</th>
    <td class="number">${value}</td>
    <td>${meaning}</td>
  </tr>`;

const share = (count: number, all: number): string =>
  all === 0 ? '0' : `${count} (${((100 * count) / all).toFixed(1)} %)`;

function figures(report: QualityReport, days: number): Html {
  const { delay, withoutCustomer, records } = report;
  return html`<p>The last ${days} days.</p>
    <table>
      <tbody>
        ${[
          row('Results', report.results, 'Ends of calls that were reported.'),
          row('Records', records, 'Entries in the communication history.'),
          row('Without a customer', share(withoutCustomer.count, records), 'Nobody paired the call with a customer.'),
          row('Several customers', report.replacedPairings.length, 'The last pairing won.'),
          row('Parked', report.parked.count, 'Could not become a record; a person decides.'),
          row('Found later', report.reconciled, 'The platform never reported them; the reconciliation did.'),
          row('Half within', delay === null ? '–' : `${delay.p50} s`, 'From the end of the call to its record.'),
          row('95 % within', delay === null ? '–' : `${delay.p95} s`, 'From the end of the call to its record.'),
        ]}
      </tbody>
    </table>
    ${table('Without a customer, by channel', withoutCustomer.byChannel)}
    ${table('Parked, by reason', report.parked.byReason)}
    ${report.replacedPairings.length === 0 ? '' : candidates(report.replacedPairings)}
    <form method="post" action="/quality/sign-out"><button>Sign out</button></form>`;
}

const table = (title: string, counts: Readonly<Record<string, number>>): Html | string =>
  Object.keys(counts).length === 0
    ? ''
    : html`<h2>${title}</h2>
        <table>
          <tbody>
            ${Object.entries(counts).map(([name, count]) => row(name, count, ''))}
          </tbody>
        </table>`;

const candidates = (pairings: QualityReport['replacedPairings']): Html =>
  html`<h2>Interactions with several customers</h2>
    <table>
      <tbody>
        ${pairings.map(
          ({ interactionId, customers }) =>
            html`<tr>
              <th scope="row"><code>${interactionId}</code></th>
              <td>${customers.join(', ')}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
