import type { Code } from './code';

/** The values of names: those of the language, and those of the code around. */
export type Scope = Pick<ReadonlyMap<string, unknown>, 'get' | 'has'>;

/** Evaluates code that an import made. Every name that it has is in the scope. */
export function evaluateCode(code: Code, scope: Scope): unknown {
  switch (code.kind) {
    case 'literal':
    case 'value':
      return code.value;
    case 'name':
      return valueOf(code.name, scope);
    case 'property':
      return (evaluateCode(code.of, scope) as Readonly<Record<string, unknown>>)[code.name];
    case 'call': {
      const fn = typeof code.function === 'string' ? valueOf(code.function, scope) : evaluateCode(code.function, scope);
      return (fn as Callable)(...code.arguments.map((argument) => evaluateCode(argument, scope)));
    }
    case 'tagged': {
      const texts = Object.assign([...code.texts], { raw: code.texts });
      return (valueOf(code.tag, scope) as Callable)(texts, ...code.parts.map((part) => evaluateCode(part, scope)));
    }
    case 'list':
      return code.items.map((item) => evaluateCode(item, scope));
    case 'object':
      return Object.fromEntries(code.entries.map(({ key, value }) => [key, evaluateCode(value, scope)]));
    case 'function':
      return (...values: readonly unknown[]) =>
        evaluateCode(code.body, inside(scope, new Map(code.parameters.map((name, i) => [name, values[i]] as const))));
    case 'commented':
      return evaluateCode(code.code, scope);
  }
}

/** The scope of a function: its parameters, and what is around it. */
const inside = (scope: Scope, parameters: ReadonlyMap<string, unknown>): Scope => ({
  has: (name) => parameters.has(name) || scope.has(name),
  get: (name) => (parameters.has(name) ? parameters.get(name) : scope.get(name)),
});

type Callable = (...values: readonly unknown[]) => unknown;

function valueOf(name: string, scope: Scope): unknown {
  if (!scope.has(name)) throw new Error(`the code of an import names ${name}, which nothing defines`);
  return scope.get(name);
}
