import { type Definition, type DefinitionKind, isDefinition } from '../definition';

/** Something a field wants the name of: the definition itself or its bare name. */
export type Named<K extends DefinitionKind> = string | (Definition & { readonly definition: K });

/** The name, with the definition it was given as. */
export const nameIn = (target: string | Definition): { readonly name: string; readonly definition?: Definition } =>
  isDefinition(target) ? { name: target.name, definition: target } : { name: target };
