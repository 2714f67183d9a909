import { Command, Option } from 'commander';
import { clientCredentials } from 'flowcdk/events';
import { type BackOffice, type BackOfficeSettings, openBackOffice } from '../back-office';
import { eraseBefore } from '../erasure/erasure';
import { feedPositions } from '../feeds/feed-positions';
import { FeedLoop } from '../feeds/feed-loop';
import { notificationFeed } from '../feeds/notification-feed';
import { takeFeed } from '../feeds/take-feed';
import { later, systemClock } from '../ground/clock';
import { WorkLoop } from '../worker/work-loop';
import { settingsOf } from './settings';
import { portNumber, queueIds, wholeNumber } from './arguments';

const DAY = 24 * 3_600_000;

interface Options {
  readonly host: string;
  readonly port: number;
  readonly retentionDays?: number;
  /** Ids of queues; true for every queue. */
  readonly listen?: true | readonly string[];
}

const SETTINGS = `
Settings stand in the environment:
  GENESYS_ENVIRONMENT     region (mypurecloud.de), or the address of a local org
  GENESYS_CLIENT_ID       OAuth client (client credentials) that reads users and wrap-up codes
  GENESYS_CLIENT_SECRET
  DATABASE_URL            postgres://user:password@host:5432/name
  DATABASE_FOLDER         without DATABASE_URL: a folder for PGlite (back-office-data)
  HISTORY_URL, HISTORY_KEY  the communication history of the company; without it the service keeps its own
  CUSTOMER_LOOKUPS        data actions by which the agents' page finds customers, each with how its
                          database writes numbers: e164 (+33142685300), digits (33142685300) or
                          national/33/0 (0142685300); without it E.164.
                          Find customer in Alpha,Find customer in Beta:national/33/0
  RECORD_PER              agent (a record for each agent) or conversation (the last agent counts)
  LATE_PAIRING            correct (the record is corrected) or ignore
  PAIRING_WAIT_SECONDS    how long a record without a customer waits for its pairing (0)
  AGENT_WAIT_SECONDS      how long a customer's end waits for an agent's (3600)
  RETRY_SECONDS           before the second try; every further one waits twice as long (5)
  RETRY_MOST_SECONDS      the longest wait between two tries (600)
  PARK_AFTER_SECONDS      what fails for so long is parked (259200: three days)
  USER_CACHE_SECONDS      how long the name of an agent is kept (600)
  CODE_CACHE_SECONDS      how long the name of a wrap-up code is kept (3600)`;

export const serve = (): Command =>
  new Command('serve')
    .description('take results, write records, until it is stopped')
    .option('--host <address>', 'where it listens', '127.0.0.1')
    .option('--port <number>', 'where it listens; 0 is any free port', portNumber, 4100)
    .option('--retention-days <number>', 'erase callers and subjects of results that are older', wholeNumber)
    .addOption(
      new Option(
        '--listen [queues]',
        'hear the ends of conversations from the notification service: of these queues (ids, with commas between), or of every queue',
      ).argParser(queueIds),
    )
    .addHelpText('after', SETTINGS)
    .action(async ({ host, port, retentionDays, listen }: Options) => {
      const settings = settingsOf(process.env);
      const office = await openBackOffice({ ...settings, logger: { level: 'info' } });
      const { server, worker, db } = office;
      const loop = new WorkLoop(worker, (error) => server.log.error({ err: error }, 'the worker failed'));
      await server.listen({ host, port });
      loop.start();
      const feeds = listen && hearing(office, settings, listen === true ? undefined : listen);
      const erase = () =>
        retentionDays !== undefined && eraseBefore(db, later(systemClock.now(), -retentionDays * DAY));
      await erase();
      const daily = setInterval(
        () =>
          void Promise.resolve(erase()).catch((error: unknown) =>
            server.log.error({ err: error }, 'the retention failed'),
          ),
        DAY,
      );
      await new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      });
      clearInterval(daily);
      await feeds?.stop();
      await loop.stop();
      await office.close();
    });

/** Hears the ends of conversations until it is stopped. */
function hearing(
  { db, inbox, server: { log } }: BackOffice,
  { gateway: { api, login, clientId, clientSecret }, recordPer = 'agent' }: BackOfficeSettings,
  queues: readonly string[] | undefined,
): FeedLoop {
  const onProblem = (problem: string) => log.warn({ problem }, 'the notification feed has a problem');
  const loop = new FeedLoop({
    open: (signal) =>
      notificationFeed({
        api,
        token: clientCredentials({ login, clientId, secret: clientSecret }),
        queues,
        positions: feedPositions(db, systemClock, queues),
        signal,
        onProblem,
        onStatus: ({ state, why }) => log.info({ state, why }, 'the notification feed'),
      }),
    take: (feed) => takeFeed(feed, inbox, recordPer, onProblem),
    failed: (error) => log.error({ err: error }, 'the notification feed failed'),
  });
  loop.start();
  return loop;
}
