import {
  compile,
  type Environment,
  openOrg,
  parseCached,
  ReferenceValue,
  type Type,
} from '../../../../src/architect/expressions';
import { SKILLS, STRINGS, USERS } from '../../../../src/emulator/runtime/flow/types';

const ada = new ReferenceValue('user', 'u1', 'Ada');
const french = new ReferenceValue('skill', 's1', 'French');
const environment: Environment = {
  variable: () => undefined,
  org: { ...openOrg, findByName: (kind) => (kind === 'user' ? ada : french) },
  now: () => 0,
  random: () => 0,
};

test.each<[expression: string, type: Type, value: unknown]>([
  ['MakeList("a", "b")', STRINGS, ['a', 'b']],
  ['MakeList(FindUser("Ada"))', USERS, [ada]],
  ['MakeList(FindSkill("French"))', SKILLS, [french]],
])('a field that takes several takes all of %s', (text, expected, value) => {
  const program = compile(parseCached(text), { variables: () => undefined, expected });
  expect(program.run(environment)).toEqual(value);
});
