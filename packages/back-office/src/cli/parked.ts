import { Command } from 'commander';
import { systemClock } from '../ground/clock';
import { Inbox } from '../inbox/inbox';
import { print, printJson, withDatabase } from './with-database';

/** The most that is listed at once. */
const MOST = 500;

export function parked(): Command {
  const command = new Command('parked').description('what could not become a record');
  command
    .command('list', { isDefault: true })
    .description('every parked result with its reason')
    .option('--json', 'for programs')
    .action(async ({ json }: { json?: boolean }) => {
      const work = await withDatabase((db) => new Inbox(db, systemClock).parked({ most: MOST }));
      if (json)
        printJson(
          work.map(({ record_key, reason, first_received_at }) => ({
            key: record_key,
            reason,
            receivedAt: first_received_at,
          })),
        );
      else for (const { record_key, reason } of work) print(`${record_key}\n  ${reason ?? ''}`);
    });
  for (const decision of ['retry', 'discard'] as const)
    command
      .command(`${decision} <key>`)
      .description(decision === 'retry' ? 'try it again' : 'give it up for good')
      .action(async (recordKey: string) => {
        const done = await withDatabase((db) => new Inbox(db, systemClock).decide(recordKey, decision));
        if (!done) command.error(`There is no parked result ${recordKey}.`, { exitCode: 1 });
      });
  return command;
}
