import { int, integer, JavaException, list, type Methods, methods } from '../method-table';
import { hashIn, isEqual, type JavaEntry, JavaList, JavaMap, JavaTool, type JavaValue, textOf } from '../value';
import { type Work } from '../work';

/** Items a list may have; a bound of ours. */
const MOST_ITEMS = 100_000;

function at(self: JavaList, index: number): number {
  if (index >= 0 && index < self.items.length) return index;
  const name = self.kind === 'array' ? 'ArrayIndexOutOfBoundsException' : 'IndexOutOfBoundsException';
  throw new JavaException(name, `Index ${index} out of bounds for length ${self.items.length}`);
}

function writable(self: JavaList, adding = 0): JavaList {
  if (self.kind !== 'list') throw new JavaException('UnsupportedOperationException', '');
  if (self.items.length + adding > MOST_ITEMS)
    throw new JavaException('OutOfMemoryError', `a list has more than ${MOST_ITEMS} items`);
  return self;
}

const indexOf = (self: JavaList, sought: JavaValue | undefined, work: Work): number =>
  self.items.findIndex((item) => isEqual(item, sought ?? null, work));

function removeWhere(self: JavaList, drop: (item: JavaValue) => boolean): boolean {
  const kept = writable(self).items.filter((item) => !drop(item));
  const changed = kept.length !== self.items.length;
  self.items.splice(0, self.items.length, ...kept);
  return changed;
}

/** A list is iterated over as it is at that moment. */
function iterator(items: readonly JavaValue[]): JavaValue {
  let position = 0;
  const table = methods<null>({
    'hasNext()': () => position < items.length,
    'next()': () => {
      if (position >= items.length) throw new JavaException('NoSuchElementException', '');
      position += 1;
      return items[position - 1] ?? null;
    },
  });
  return new JavaTool(
    'java.util.Iterator',
    () => undefined,
    (name, args, work) => table(name, null, args, work),
  );
}

/** `java.util.List`; a view of a map is a set, whose items have no index. */
export const listMethods: Methods<JavaList> = (name, self, args, work) =>
  (self.kind === 'view' && byPosition.has(name)) || (name === 'hashCode' && hasOwnHash(self))
    ? undefined
    : allListMethods(name, self, args, work);

/** Of an array and of the values of a map, `hashCode()` is an address. */
const hasOwnHash = ({ kind, javaClass }: JavaList): boolean => kind === 'array' || javaClass.endsWith('Values');

const byPosition = new Set(['get', 'set', 'indexOf', 'lastIndexOf', 'subList']);

const allListMethods = methods<JavaList>({
  'size()': (self) => integer(self.items.length),
  'isEmpty()': (self) => self.items.length === 0,
  'get(int)': (self, [index]) => self.items[at(self, int(index))] ?? null,
  'set(int, Object)': (self, [index, value]) => {
    const place = at(self, int(index));
    const before = self.items[place] ?? null;
    self.items[place] = value ?? null;
    return before;
  },
  'add(Object)': (self, [value]) => {
    writable(self, 1).items.push(value ?? null);
    return true;
  },
  'add(int, Object)': (self, [index, value], work) => {
    work.scan(self.items.length);
    writable(self, 1).items.splice(
      int(index) === self.items.length ? int(index) : at(self, int(index)),
      0,
      value ?? null,
    );
    return '';
  },
  'addAll(Collection)': (self, [other], work) => {
    const added = list(other).items;
    work.step(added.length);
    writable(self, added.length).items.push(...added);
    return added.length > 0;
  },
  'remove(int)': (self, [index], work) => {
    work.scan(self.items.length);
    return writable(self).items.splice(at(self, int(index)), 1)[0] ?? null;
  },
  'remove(Object)': (self, [value], work) => {
    const place = indexOf(writable(self), value, work);
    work.scan(self.items.length);
    if (place >= 0) self.items.splice(place, 1);
    return place >= 0;
  },
  'removeAll(Collection)': (self, [other], work) => removeWhere(self, (item) => indexOf(list(other), item, work) >= 0),
  'retainAll(Collection)': (self, [other], work) => removeWhere(self, (item) => indexOf(list(other), item, work) < 0),
  'clear()': (self) => {
    writable(self).items.length = 0;
    return '';
  },
  'contains(Object)': (self, [value], work) => indexOf(self, value, work) >= 0,
  'containsAll(Collection)': (self, [other], work) => list(other).items.every((item) => indexOf(self, item, work) >= 0),
  'indexOf(Object)': (self, [value], work) => integer(indexOf(self, value, work)),
  'lastIndexOf(Object)': (self, [value], work) =>
    integer(self.items.findLastIndex((item) => isEqual(item, value ?? null, work))),
  'subList(int, int)': (self, [from, to], work) => {
    if (int(from) < 0 || int(to) > self.items.length || int(from) > int(to))
      throw new JavaException('IndexOutOfBoundsException', `from ${int(from)}, to ${int(to)}`);
    work.step(int(to) - int(from));
    return new JavaList(self.items.slice(int(from), int(to)), 'list', 'java.util.ArrayList$SubList');
  },
  'toArray()': (self, _, work) => {
    work.step(self.items.length);
    return new JavaList([...self.items], 'array', '[Ljava.lang.Object;');
  },
  'iterator()': (self, _, work) => {
    work.step(self.items.length);
    return iterator([...self.items]);
  },
  'equals(Object)': (self, [other], work) => isEqual(self, other ?? null, work),
  'hashCode()': (self, _, work) => integer(hashIn(self, work)),
  'toString()': (self, _, work) => textOf(self, work),
});

const view = (map: JavaMap, name: string, items: readonly JavaValue[], work: Work): JavaList => {
  work.step(items.length);
  return new JavaList([...items], 'view', `java.util.${map.order === 'hash' ? 'HashMap' : 'LinkedHashMap'}$${name}`);
};

/** `java.util.Map` */
export const mapMethods = methods<JavaMap>({
  'size()': (self) => integer(self.size),
  'isEmpty()': (self) => self.size === 0,
  'get(Object)': (self, [key]) => self.find(key ?? null) ?? null,
  'getOrDefault(Object, Object)': (self, [key, other]) =>
    self.find(key ?? null) ?? (has(self, key) ? null : (other ?? null)),
  'containsKey(Object)': (self, [key]) => has(self, key),
  'containsValue(Object)': (self, [value], work) => {
    work.step(self.size);
    return self.entries().some((entry) => isEqual(entry.value, value ?? null, work));
  },
  'put(Object, Object)': (self, [key, value]) => room(self).put(key ?? null, value ?? null),
  'putIfAbsent(Object, Object)': (self, [key, value]) =>
    self.find(key ?? null) ?? room(self).put(key ?? null, value ?? null),
  'putAll(Map)': (self, [other], work) => {
    if (!(other instanceof JavaMap)) throw new JavaException('NullPointerException', '');
    work.step(other.size);
    for (const { key, value } of other.entries()) room(self).put(key, value);
    return '';
  },
  'remove(Object)': (self, [key]) => self.remove(key ?? null),
  'clear()': (self) => {
    self.clear();
    return '';
  },
  'keySet()': (self, _, work) =>
    view(
      self,
      self.order === 'hash' ? 'KeySet' : 'LinkedKeySet',
      self.entries().map(({ key }) => key),
      work,
    ),
  'values()': (self, _, work) =>
    view(
      self,
      self.order === 'hash' ? 'Values' : 'LinkedValues',
      self.entries().map(({ value }) => value),
      work,
    ),
  'entrySet()': (self, _, work) =>
    view(self, self.order === 'hash' ? 'EntrySet' : 'LinkedEntrySet', self.entries(), work),
  'equals(Object)': (self, [other], work) => isEqual(self, other ?? null, work),
  'hashCode()': (self, _, work) => integer(hashIn(self, work)),
  'toString()': (self, _, work) => textOf(self, work),
});

const has = (self: JavaMap, key: JavaValue | undefined): boolean => self.find(key ?? null) !== undefined;

function room(self: JavaMap): JavaMap {
  if (self.size >= MOST_ITEMS) throw new JavaException('OutOfMemoryError', `a map has more than ${MOST_ITEMS} entries`);
  return self;
}

/** `java.util.Map.Entry` */
export const entryMethods = methods<JavaEntry>({
  'getKey()': (self) => self.key,
  'getValue()': (self) => self.value,
  'equals(Object)': (self, [other], work) => isEqual(self, other ?? null, work),
  'hashCode()': (self, _, work) => integer(hashIn(self, work)),
  'toString()': (self, _, work) => textOf(self, work),
});
