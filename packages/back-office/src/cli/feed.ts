import { Command } from 'commander';
import { open } from 'node:fs/promises';
import { fileFeed } from '../feeds/file-feed';
import { takeFeed } from '../feeds/take-feed';
import { systemClock } from '../ground/clock';
import { Inbox } from '../inbox/inbox';
import { settingsOf } from './settings';
import { print, printJson, withDatabase } from './with-database';

export const feed = (): Command =>
  new Command('feed')
    .description('take events from a file: one JSON object a line; - is standard input')
    .argument('<file>')
    .option('--json', 'for programs')
    .addHelpText(
      'after',
      '\nLines are events of EventBridge, frames of the notification service, or bodies with a topic.',
    )
    .action(async (file: string, { json }: { json?: boolean }) => {
      const { recordPer = 'agent' } = settingsOf(process.env);
      const text = file === '-' ? process.stdin : (await open(file)).createReadStream();
      const taken = await withDatabase((db) => takeFeed(fileFeed(text), new Inbox(db, systemClock), recordPer));
      if (json) printJson(taken);
      else {
        print(
          `${taken.accepted} accepted, ${taken.duplicates} known already, ${taken.others} that end nothing, ${taken.wrong} wrong`,
        );
        for (const problem of taken.problems) print(`  ${problem}`);
      }
      if (taken.wrong > 0) process.exitCode = 1;
    });
