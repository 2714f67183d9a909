import { scalar, type YamlNode } from '../yaml/node';
import { type Form, wrongForm } from './form';
import type { NameOf, ValueType } from './leaf';

const nothingInside = (): void => undefined;

function scalarForm<T extends string | number | boolean>(
  type: 'string' | 'number' | 'boolean',
  expects: string,
): Form<T> {
  return {
    expects,
    read: (yaml, reader) =>
      yaml.kind === 'scalar' && typeof yaml.value === type ? (yaml.value as T) : wrongForm(yaml, expects, reader),
    write: (value) => scalar(value),
    walk: nothingInside,
  };
}

/** A bare text. */
export const text: Form<string> = scalarForm<string>('string', 'a text');
/** A bare number. */
export const number: Form<number> = scalarForm<number>('number', 'a number');
/** A bare `true` or `false`. */
export const bool: Form<boolean> = scalarForm<boolean>('boolean', 'true or false');

/** Any content, which is kept unchanged. It serves parts that Flowcdk passes through. */
export const anything: Form<YamlNode> = {
  expects: 'anything',
  read: (yaml) => yaml,
  write: (yaml) => yaml,
  walk: nothingInside,
};

/** A bare name: of a flow, an output path, a slot. */
export const nameOf = (of: NameOf): Form<string> => ({
  ...text,
  expects: `the name of a ${of}`,
  walk: (name, visit, path) => visit({ role: 'name', path, of, name }),
});

/** The bare name of a variable that the action writes. */
export const variableName = (type: ValueType = 'any'): Form<string> => ({
  ...text,
  expects: 'the name of a variable, such as Flow.customerId',
  walk: (name, visit, path) => visit({ role: 'variableName', path, name, type }),
});
