/** All functions and operators of the language. Look-ups by name ignore case. */
import { type FunctionDeclaration } from '../declaration';
import { audio } from './audio';
import { casts } from './cast';
import { communication } from './communication';
import { comparisons } from './comparison';
import { dateTimes } from './date-time';
import { email } from './email';
import { financial } from './financial';
import { json } from './json';
import { language } from './language';
import { lists } from './list';
import { logical } from './logical';
import { mathematical } from './mathematical';
import { routing } from './routing';
import { search } from './search';
import { text } from './text';

export const declarations: readonly FunctionDeclaration[] = [
  ...mathematical,
  ...text,
  ...dateTimes,
  ...comparisons,
  ...logical,
  ...lists,
  ...casts,
  ...financial,
  ...search,
  ...routing,
  ...language,
  ...email,
  ...json,
  ...communication,
  ...audio,
];

/** The id of an operator differs from its symbol. A function has only a name. */
const operators = declarations.filter(({ id, name }) => id !== name || name === 'and' || name === 'or');
const operatorsById: ReadonlyMap<string, FunctionDeclaration> = new Map(operators.map((entry) => [entry.id, entry]));
const functionsByName: ReadonlyMap<string, FunctionDeclaration> = new Map(
  declarations
    .filter((entry) => !operators.includes(entry))
    .map((declaration) => [declaration.name.toLowerCase(), declaration]),
);

export function functionNamed(name: string): FunctionDeclaration | undefined {
  return functionsByName.get(name.toLowerCase());
}

/** Names of all functions, for suggestions and help. */
export const functionNames: readonly string[] = [...functionsByName.values()].map(({ name }) => name);

export function operatorWithId(id: string): FunctionDeclaration {
  const operator = operatorsById.get(id);
  if (operator === undefined) throw new TypeError(`there is no operator ${id}`);
  return operator;
}
