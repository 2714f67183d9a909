/** Java's values, numbers, JSON and regular expressions, as far as templates and paths meet them. */
export { fromData, jsonText, JsonSyntaxError, readJson } from './json';
export { JavaNumber } from './number';
export { parsePattern, type Pattern, PatternError, searchMatch } from './regex';
export { isEqual, JavaCharacter, JavaEntry, JavaList, JavaMap, type JavaValue, textOf } from './value';
export { bounds, TooMuch, Work } from './work';
