import { Argument, Command, Option } from 'commander';
import { systemClock } from '../ground/clock';
import { KeyRing } from '../keys/key-ring';
import { type Role, roles } from '../keys/roles';
import { print, printJson, withDatabase } from './with-database';

export function key(): Command {
  const command = new Command('key').description('who may call the service');
  command
    .command('add')
    .description('create a key and print it; it is shown this once')
    .addOption(new Option('--role <role>', 'what it may do').choices(roles).makeOptionMandatory())
    .requiredOption('--name <text>', 'who has it: agents’ front end, data action …')
    .action(async ({ role, name }: { role: Role; name: string }) => {
      print(await withDatabase((db) => new KeyRing(db, systemClock).add(role, name)));
    });
  command
    .command('list')
    .description('every key, without the key itself')
    .option('--json', 'for programs')
    .action(async ({ json }: { json?: boolean }) => {
      const entries = await withDatabase((db) => new KeyRing(db, systemClock).list());
      if (json) printJson(entries);
      else
        for (const { id, role, name, createdAt, revokedAt } of entries)
          print([id, role.padEnd(12), createdAt.toISOString(), revokedAt ? 'revoked' : 'valid  ', name].join('  '));
    });
  command
    .command('revoke')
    .description('make a key invalid, within two seconds')
    .addArgument(new Argument('<id>', 'as `key list` shows it'))
    .action(async (id: string) => {
      const revoked = await withDatabase((db) => new KeyRing(db, systemClock).revoke(id));
      if (!revoked) command.error(`There is no valid key ${id}.`, { exitCode: 1 });
    });
  return command;
}
