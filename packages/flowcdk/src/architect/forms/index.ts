/** How the parts of a flow look in YAML. Reading, writing, checking and walking all follow from a form. */
export { actions, branch, paths, switchableBranch } from './branches';
export { type Choice, choice, either } from './choice';
export { containerReference } from './container-reference';
export { type Form, type Reader, required, type ShapeProblem, type Writer } from './form';
export type { Leaf, NameOf, ValueType } from './leaf';
export { type KindItem, listOf, listOfKinds, plainListOf } from './lists';
export { mapOf } from './map';
export { named, type Named, type NamedObject, objectNamed } from './names';
export { anything, bool, nameOf, number, text, variableName } from './scalars';
export { settings, struct, type StructNode } from './struct';
export { audio, binding, communication, expression, value } from './values';
export { readValue, writeValue } from './wrapped-value';
