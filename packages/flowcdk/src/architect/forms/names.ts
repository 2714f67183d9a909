import type { Definition } from '../definition';
import { type HasOrigin, ORIGIN } from '../origin';
import { keyName, mapping } from '../yaml/node';
import { type Form, required, wrongForm } from './form';
import type { NameOf } from './leaf';
import { nameOf } from './scalars';
import { struct, type StructNode } from './struct';

/** Content under its own name, as in `category: {Customer databases: {…}}`. */
export interface Named<T> extends HasOrigin {
  readonly name: string;
  readonly content: T;
  /** The definition with this name, where the flow refers to one. */
  readonly definition?: Definition;
}

/** A map with exactly one key, which is a name. */
export function named<T>(of: NameOf, content: Form<T>): Form<Named<T>> {
  const expects = `a map with exactly one key, the name of a ${of}`;
  return {
    expects,
    read: (yaml, reader) => {
      const only = yaml.kind === 'mapping' && yaml.entries.length === 1 ? yaml.entries[0] : undefined;
      if (!only) return wrongForm(yaml, expects, reader);
      const inner = content.read(only.value, reader);
      if (inner === undefined) return undefined;
      return Object.freeze({ name: keyName(only.key), content: inner, [ORIGIN]: { yaml: only.key } });
    },
    write: (node, writer) => mapping([[node.name, content.write(node.content, writer)]]),
    walk: (node, visit, path) => {
      visit({ role: 'name', path, of, name: node.name, definition: node.definition });
      content.walk(node.content, visit, `${path}.${node.name}`);
    },
  };
}

/** An object with only a name: `targetFlow: {name: Pay by card}`. */
export type NamedObject = StructNode<{ readonly name: Form<string> }> & {
  /** The definition with this name, where the flow refers to one. */
  readonly definition?: Definition;
};

/** A map with only the key `name`. */
export function objectNamed(of: NameOf): Form<NamedObject> {
  return {
    ...struct({ name: required(nameOf(of)) }),
    expects: `name: the name of a ${of}`,
    walk: ({ name, definition }, visit, path) => {
      if (name !== undefined) visit({ role: 'name', path: `${path}.name`, of, name, definition });
    },
  };
}
