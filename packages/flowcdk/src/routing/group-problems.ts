import type { SourceLine } from '../ground/source-line';
import { memberTwice, notANumber, settingOutOfRange } from './errors';
import type { Finding } from '../ground/finding';
import type { GroupDefinition } from './group';
import { isE164 } from './e164';
import { nameProblems } from './name-problems';

type Parts = Omit<GroupDefinition, 'definition' | 'uses' | 'problems'>;

/** Everything that is wrong with a group, at once. */
export function groupProblems({ name, members = [], addresses = [] }: Parts, at: SourceLine | undefined): Finding[] {
  const path = `group ${name}`;
  const users = members.map((user) => user.name.toLowerCase());
  const twice = new Set(users.filter((user, i) => users.indexOf(user) < i));
  return [
    ...nameProblems('group', name, at),
    ...[...twice].map((user) => memberTwice(path, user, at)),
    ...addresses.flatMap(({ number, extension }) => [
      ...(number === undefined || isE164(number) ? [] : [notANumber(path, number, at)]),
      ...(extension === undefined || /^\d{1,10}$/.test(extension)
        ? []
        : [settingOutOfRange(path, 'an extension', JSON.stringify(extension), 'up to 10 digits', at)]),
    ]),
  ];
}
