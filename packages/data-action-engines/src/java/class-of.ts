import { methods } from './method-table';
import { JavaNumber } from './number';
import { JavaCharacter, JavaEntry, JavaList, JavaMap, JavaTool, type JavaValue } from './value';

/** The name of a value's class: `java.lang.String`. */
function classNameOf(value: Exclude<JavaValue, null>): string {
  if (typeof value === 'string') return 'java.lang.String';
  if (typeof value === 'boolean') return 'java.lang.Boolean';
  if (value instanceof JavaNumber)
    return value.type === 'BigInteger' ? 'java.math.BigInteger' : `java.lang.${value.type}`;
  if (value instanceof JavaCharacter) return 'java.lang.Character';
  if (value instanceof JavaList) return value.javaClass;
  if (value instanceof JavaMap) return value.order === 'hash' ? 'java.util.HashMap' : 'java.util.LinkedHashMap';
  return value instanceof JavaEntry ? 'java.util.HashMap$Node' : value.name;
}

/** As Java's source writes it: `java.lang.String[]` for `[Ljava.lang.String;`. */
const written = (name: string): string =>
  name
    .replace(/^\[L(.*);$/, '$1[]')
    .replace(/^\[B$/, 'byte[]')
    .replace(/^\[C$/, 'char[]');

const namesOfClasses = new WeakMap<JavaTool, string>();

const classMethods = methods<string>({
  'getName()': (name) => name,
  'getTypeName()': (name) => written(name),
  'getCanonicalName()': (name) => written(name).replace('$', '.'),
  'getSimpleName()': (name) => written(name).replace(/^.*[.$]/, ''),
  'isArray()': (name) => name.startsWith('['),
  'toString()': (name) => `class ${name}`,
  'equals(Object)': (name, [other]) => other instanceof JavaTool && namesOfClasses.get(other) === name,
});

/**
 * What `getClass()` gives: names and nothing else. In the real engine a template could reach every class of the machine
 * from here.
 */
export function classOf(value: Exclude<JavaValue, null>): JavaTool {
  const name = classNameOf(value);
  const result = new JavaTool(
    'java.lang.Class',
    (property, work) => {
      const ending = property.charAt(0).toUpperCase() + property.slice(1);
      return classMethods(`get${ending}`, name, [], work) ?? classMethods(`is${ending}`, name, [], work);
    },
    (method, args, work) => classMethods(method, name, args, work),
    () => `class ${name}`,
  );
  namesOfClasses.set(result, name);
  return result;
}
