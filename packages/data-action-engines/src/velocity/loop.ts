import { integer, methods } from '../java/method-table';
import { JavaMap, JavaTool, type JavaValue, textOf } from '../java/value';

/** `$foreach`: the state of a loop. It is also a map, in which the loop may keep values. */
export class LoopScope {
  index = -1;
  hasNext = false;
  private readonly storage = new JavaMap('hash');
  readonly value: JavaTool;

  constructor(
    /** The value of `$foreach` before this loop. */
    private readonly replaced: JavaValue,
  ) {
    this.value = new JavaTool(
      'ForeachScope',
      (name) => this.property(name),
      (name, args, work) => loopMethods(name, this, args, work),
      (work) => textOf(this.storage, work),
    );
    scopes.set(this.value, this);
  }

  private get parent(): LoopScope | undefined {
    return scopeOf(this.replaced);
  }

  private get topmost(): LoopScope {
    return this.parent?.topmost ?? this;
  }

  property(name: string): JavaValue {
    switch (name) {
      case 'index':
        return integer(this.index);
      case 'count':
        return integer(this.index + 1);
      case 'hasNext':
        return this.hasNext;
      case 'first':
        return this.index < 1;
      case 'last':
        return !this.hasNext;
      case 'parent':
        return this.parent?.value ?? null;
      case 'topmost':
        return this.topmost.value;
      case 'replaced':
        return this.parent ? this.parent.property('replaced') : this.replaced;
      default:
        return this.get(name);
    }
  }

  get(key: JavaValue): JavaValue {
    return this.storage.find(key) ?? this.parent?.get(key) ?? null;
  }

  put(key: JavaValue, value: JavaValue): JavaValue {
    return this.storage.put(key, value);
  }
}

const scopes = new WeakMap<JavaTool, LoopScope>();

/** The loop that a `$foreach` stands for. */
export const scopeOf = (value: JavaValue): LoopScope | undefined =>
  value instanceof JavaTool ? scopes.get(value) : undefined;

const loopMethods = methods<LoopScope>({
  'hasNext()': (self) => self.hasNext,
  'getHasNext()': (self) => self.hasNext,
  'isFirst()': (self) => self.index < 1,
  'getFirst()': (self) => self.index < 1,
  'isLast()': (self) => !self.hasNext,
  'getLast()': (self) => !self.hasNext,
  'getIndex()': (self) => integer(self.index),
  'getCount()': (self) => integer(self.index + 1),
  'getParent()': (self) => self.property('parent'),
  'getTopmost()': (self) => self.property('topmost'),
  'getReplaced()': (self) => self.property('replaced'),
  'get(Object)': (self, [key]) => self.get(key ?? null),
  'put(Object, Object)': (self, [key, value]) => self.put(key ?? null, value ?? null),
});

/** Leaves the nearest loop or block, a certain loop, or the whole template. */
export class Leave extends Error {
  constructor(readonly what: LoopScope | 'nearest' | 'template') {
    super('leaves a block');
  }
}

/** Runs a block. Gives false if a `#break` meant for it ended it. */
export function runUntilLeft(own: LoopScope | undefined, run: () => void): boolean {
  try {
    run();
    return true;
  } catch (left) {
    if (left instanceof Leave && (left.what === 'nearest' || (own && left.what === own))) return false;
    throw left;
  }
}
