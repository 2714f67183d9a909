import { classOf } from './class-of';
import { JavaNumber } from './number';
import { booleanMethods, characterMethods, textMethods } from './methods/text';
import { entryMethods, listMethods, mapMethods } from './methods/collection';
import { numberMethods } from './methods/number';
import { JavaCharacter, JavaEntry, JavaList, JavaMap, JavaTool, type JavaValue } from './value';
import { type Work } from './work';

/** Something that can have members. */
export type JavaObject = Exclude<JavaValue, null>;

/** Calls a method; undefined if there is none of that name for these arguments. */
export function callMethod(
  self: JavaObject,
  name: string,
  args: readonly JavaValue[],
  work: Work,
): JavaValue | undefined {
  if (name === 'getClass' && args.length === 0) return classOf(self);
  if (typeof self === 'string') return textMethods(name, self, args, work);
  if (typeof self === 'boolean') return booleanMethods(name, self, args, work);
  if (self instanceof JavaNumber) return numberMethods(self)(name, self, args, work);
  if (self instanceof JavaList) return listMethods(name, self, args, work);
  if (self instanceof JavaMap) return mapMethods(name, self, args, work);
  if (self instanceof JavaCharacter) return characterMethods(name, self, args, work);
  if (self instanceof JavaEntry) return entryMethods(name, self, args, work);
  return self.method(name, args, work);
}

/** A property, as Velocity looks it up: `getName()`, then the value in a map, then `isName()`. */
export function readProperty(self: JavaObject, name: string, work: Work): JavaValue | undefined {
  if (name === 'class' || name === 'Class') return classOf(self);
  if (self instanceof JavaMap) return self.find(name);
  if (self instanceof JavaTool) return self.property(name, work);
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  const property = callMethod(self, `get${capital}`, [], work);
  return property === undefined ? callMethod(self, `is${capital}`, [], work) : property;
}

/** `a[0]`, `a["key"]`; a negative index counts from the end. Undefined if there is nothing to index. */
export function readIndex(self: JavaObject, index: JavaValue, work: Work): JavaValue | undefined {
  return callMethod(self, 'get', [fromEnd(self, index, work)], work);
}

/** `#set($a[0] = …)`, `#set($a.key = …)`; what cannot be set stays as it is. */
export function writeMember(self: JavaObject, member: JavaValue, value: JavaValue, work: Work): void {
  if (self instanceof JavaList) callMethod(self, 'set', [fromEnd(self, member, work), value], work);
  else callMethod(self, 'put', [member, value], work);
}

function fromEnd(self: JavaObject, index: JavaValue, work: Work): JavaValue {
  if (!(index instanceof JavaNumber) || index.type !== 'Integer' || index.int >= 0) return index;
  const size = callMethod(self, 'size', [], work);
  return size instanceof JavaNumber ? JavaNumber.integer(size.int + index.int) : index;
}
