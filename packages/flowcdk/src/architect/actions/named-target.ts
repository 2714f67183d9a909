import { type Definition, type DefinitionKind, isDefinition } from '../definition';

/** An object in a field that takes a name: its definition or its bare name. */
export type Named<K extends DefinitionKind> = string | (Definition & { readonly definition: K });

/** The name of an object, with its definition where there is one. */
export const nameIn = (target: string | Definition): { readonly name: string; readonly definition?: Definition } =>
  isDefinition(target) ? { name: target.name, definition: target } : { name: target };
