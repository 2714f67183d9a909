import { kindOfCode } from '../architect/expressions/types';

/** The short names of types in an export, with the names in YAML. The catalogue of functions does not have the last ones. */
const kinds: Readonly<Record<string, string>> = {
  ...kindOfCode,
  sch: 'schedule',
  scg: 'scheduleGroup',
  emg: 'emergencyGroup',
  tsl: 'timeslot',
};

/**
 * The kind of a type: `str_coll` is `stringCollection`. Types of flows with their own data have long names:
 * `cpx_email_address` is `emailAddress`. A type that is not known keeps its name.
 */
export function kindOfType(type: string): string {
  const isList = type.endsWith('_coll');
  const single = isList ? type.slice(0, -'_coll'.length) : type;
  const kind = kinds[single] ?? camelCase(single.replace(/^cpx_/, ''));
  return isList ? `${kind}Collection` : kind;
}

const camelCase = (name: string): string =>
  name
    .split('_')
    .map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');

/** The kind of a statement: the type of the variable, or of the value where the variable has none. */
export function statementKind(variable: string | undefined, expression: string | undefined): string {
  const type = variable === undefined || variable === 'any' ? expression : variable;
  return kindOfType(type ?? 'any');
}

/** The kind of a declaration: `BoolVariable` is `booleanVariable`, a collection of texts `stringCollectionVariable`. */
export function variableKey(type: string, isCollection: boolean): string {
  const name = type.replace(/Variable$/, '');
  const kind = name === 'Bool' ? 'boolean' : name.charAt(0).toLowerCase() + name.slice(1);
  return `${kind}${isCollection ? 'Collection' : ''}Variable`;
}
