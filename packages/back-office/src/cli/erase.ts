import { Command } from 'commander';
import { type Erased, eraseBefore, eraseCustomer } from '../erasure/erasure';
import { moment } from './arguments';
import { print, printJson, withDatabase } from './with-database';

interface Options {
  readonly customer?: string;
  readonly before?: Date;
  readonly json?: boolean;
}

export function erase(): Command {
  const command = new Command('erase')
    .description('erase personal data for good')
    .option('--customer <id>', 'everything about a customer, the records among it')
    .option('--before <day>', 'callers, subjects and pairings of results that came before; records stay', moment)
    .option('--json', 'for programs');
  return command.action(async ({ customer, before, json }: Options) => {
    if (customer?.trim() === '') command.error('--customer is empty.', { exitCode: 2 });
    if ((customer === undefined) === (before === undefined))
      command.error('Say --customer or --before.', { exitCode: 2 });
    const erased: Erased = await withDatabase((db) =>
      before ? eraseBefore(db, before) : eraseCustomer(db, (customer ?? '').toLowerCase()),
    );
    if (json) printJson(erased);
    else print(`erased: ${erased.results} results, ${erased.pairings} pairings, ${erased.records} records`);
  });
}
