import type { Form } from './form';

/** A form with its name. The name is faster to look up and compare than the same name from a file. */
export interface Field {
  readonly name: string;
  readonly form: Form<unknown>;
}

/** The fields of a map by their keys. */
export interface Forms {
  readonly all: readonly Field[];
  readonly get: (name: string) => Field | undefined;
  /** The field of an unknown key, where the map reads those, too. */
  readonly others: (name: string) => Field | undefined;
}

/** @param others how the content of unknown keys is read */
export function byName(forms: Readonly<Record<string, Form<unknown>>>, others?: Form<unknown>): Forms {
  const all = Object.entries(forms).map(([name, form]): Field => ({ name, form }));
  // A map, because a key in a file may be called toString. No key is the kind of an action.
  const known: ReadonlyMap<string, Field> = new Map(all.map((field) => [field.name, field]));
  const reads = others && ((name: string): Field | undefined => (name === 'kind' ? undefined : { name, form: others }));
  return { all, get: (name) => known.get(name), others: reads ?? (() => undefined) };
}
