import { type Type, typeName } from '../architect/expressions';
import { entry, keyName, type YamlNode } from '../architect/yaml/node';

/** How a literal of a type is written: `lit: 5`, `lit: {seconds: 5}`, `lit: {name: Support}`. */
interface LiteralForm {
  readonly words: string;
  readonly fits: (yaml: YamlNode) => boolean;
}

const scalarOf =
  (test: (value: string | number | boolean) => boolean) =>
  (yaml: YamlNode): boolean =>
    yaml.kind === 'scalar' && yaml.value !== null && test(yaml.value);

const units = new Set(['days', 'hours', 'minutes', 'seconds', 'ms']);

const isDuration = (yaml: YamlNode): boolean =>
  yaml.kind === 'mapping' &&
  yaml.entries.length > 0 &&
  yaml.entries.every(
    ({ key, value }) => units.has(keyName(key)) && value.kind === 'scalar' && typeof value.value === 'number',
  );

const isNamed = (yaml: YamlNode): boolean => {
  const name = yaml.kind === 'mapping' ? entry(yaml, 'name')?.value : undefined;
  return name?.kind === 'scalar' && typeof name.value === 'string';
};

const named: LiteralForm = { words: 'its name, as in lit: {name: Support}', fits: isNamed };

/** Literals of types that nobody has seen in a file (JSON, currency, dates) are not judged. */
const forms: Readonly<Partial<Record<Type['kind'], LiteralForm>>> = {
  // A bare number is a text to YAML's readers, too.
  string: { words: 'a text, as in lit: hello', fits: scalarOf(() => true) },
  integer: {
    words: 'a whole number, as in lit: 5',
    fits: scalarOf((v) => typeof v === 'number' && Number.isInteger(v)),
  },
  decimal: { words: 'a number, as in lit: 1.5', fits: scalarOf((v) => typeof v === 'number' || isNumeric(v)) },
  boolean: { words: 'true or false, as in lit: true', fits: scalarOf((v) => typeof v === 'boolean') },
  duration: { words: 'parts of a duration, as in lit: {seconds: 5}', fits: isDuration },
  queue: named,
  user: named,
  skill: named,
  languageSkill: named,
  group: named,
  wrapupCode: named,
  prompt: named,
  schedule: named,
  scheduleGroup: named,
  emergencyGroup: named,
};

const isNumeric = (value: string | number | boolean): boolean =>
  typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));

/** What a literal of the type has to look like; undefined if it does. */
export function literalProblem(yaml: YamlNode, expected: Type): string | undefined {
  if (expected.collection) {
    return yaml.kind === 'sequence' ? undefined : `a list of ${expected.kind} values, as in lit: []`;
  }
  const form = forms[expected.kind];
  return form === undefined || form.fits(yaml) ? undefined : `${form.words} (${typeName(expected)})`;
}
