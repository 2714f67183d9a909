import { Command } from 'commander';
import { openBackOffice } from '../back-office';
import { reconcile as compare } from '../reconciliation/reconcile';
import { moment, spanProblem } from './arguments';
import { settingsOf } from './settings';
import { print, printJson } from './with-database';

interface Options {
  readonly from: Date;
  readonly to: Date;
  readonly repair?: boolean;
  readonly json?: boolean;
}

export function reconcile(): Command {
  const command = new Command('reconcile')
    .description('compare the finished conversations of the organisation with what came')
    .requiredOption('--from <day>', 'conversations that began since', moment)
    .requiredOption('--to <day>', 'conversations that began before', moment)
    .option('--repair', 'put what is missing into the inbox; the service writes its records')
    .option('--json', 'for programs')
    .addHelpText('after', '\nExit code 1: results are missing, and --repair was not said.');
  return command.action(async ({ from, to, repair = false, json }: Options) => {
    const problem = spanProblem(from, to);
    if (problem !== undefined) command.error(problem, { exitCode: 2 });
    const settings = settingsOf(process.env);
    const office = await openBackOffice(settings);
    try {
      const { db, inbox, gateway } = office;
      const parts = { db, inbox, gateway, recordPer: settings.recordPer ?? 'agent' };
      const result = await compare(parts, { from, to, repair });
      if (json) printJson(result);
      else {
        print(
          `${result.conversations} finished conversations, ${result.expected} results expected, ${result.missing.length} missing, ${result.repaired} repaired`,
        );
        for (const key of result.missing) print(`  ${key}`);
      }
      if (result.missing.length > result.repaired) process.exitCode = 1;
    } finally {
      await office.close();
    }
  });
}
