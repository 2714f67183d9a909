/**
 * Renders the part of Velocity our templates use, for tests only. It is strict where Velocity would be surprising: a
 * backslash in front of a reference, an unknown directive or a reference nobody meant is an error, because such text
 * can only come from a literal that was not escaped.
 */
export type Values = Readonly<Record<string, unknown>>;

/** The text a template gives with these variables: `rendered('${input.x}', { input: { x: 1 } })` ⇒ `1`. */
export function rendered(template: string, variables: Values): string {
  const context = new Map(Object.entries(variables));
  const state = { text: template, at: 0 };
  const out = block(state, context, true);
  if (state.at < template.length) throw new Error(`unexpected ${template.slice(state.at)}`);
  return out;
}

interface State {
  readonly text: string;
  at: number;
}
type Context = Map<string, unknown>;

const rest = ({ text, at }: State): string => text.slice(at);

function take(state: State, pattern: RegExp): RegExpExecArray | undefined {
  const found = new RegExp(`^(?:${pattern.source})`, 's').exec(rest(state));
  if (found) state.at += found[0].length;
  return found ?? undefined;
}

function must(state: State, pattern: RegExp): RegExpExecArray {
  const found = take(state, pattern);
  if (!found) throw new Error(`expected ${pattern.source} at ${rest(state)}`);
  return found;
}

/** Text up to `#end` or `#{else}`; nothing is printed of a branch that is not taken. */
function block(state: State, context: Context, taken: boolean): string {
  let out = '';
  for (;;) {
    out += take(state, /[^$#\\]+/)?.[0] ?? '';
    if (state.at >= state.text.length || /^#(?:end\b|\{else\})/.test(rest(state))) return out;
    const slashes = take(state, /\\+/);
    if (slashes && /^[$#]/.test(rest(state))) throw new Error(`backslash in front of ${rest(state)}`);
    out += slashes?.[0] ?? '';
    if (rest(state).startsWith('#')) out += directive(state, context, taken);
    else if (rest(state).startsWith('$')) out += printedReference(state, context, taken);
  }
}

function directive(state: State, context: Context, taken: boolean): string {
  if (take(state, /#set\(\$(?=\w)/)) {
    const [, name = ''] = must(state, /(\w+) = /);
    const value = operand(state, context);
    must(state, /\)/);
    if (taken) context.set(name, value);
    return '';
  }
  if (take(state, /#if\(/)) {
    const holds = condition(state, context);
    must(state, /\)/);
    const yes = block(state, context, taken && holds);
    const no = take(state, /#\{else\}/) ? block(state, context, taken && !holds) : '';
    must(state, /#end(?![\w-])/);
    return holds ? yes : no;
  }
  if (/^#[A-Za-z{@#*[]/.test(rest(state))) throw new Error(`unexpected directive ${rest(state)}`);
  return must(state, /#/)[0];
}

function condition(state: State, context: Context): boolean {
  let holds = comparison(state, context);
  for (let operator = take(state, / (&&|\|\|) /); operator; operator = take(state, / (&&|\|\|) /)) {
    const next = comparison(state, context);
    holds = operator[1] === '&&' ? holds && next : holds || next;
  }
  return holds;
}

function comparison(state: State, context: Context): boolean {
  const left = operand(state, context);
  const [, operator] = must(state, / (==|!=) /);
  const same = String(left) === String(operand(state, context));
  return operator === '==' ? same : !same;
}

function operand(state: State, context: Context): unknown {
  const string = take(state, /"((?:[^"$]|\$!?\{[^"}]*\})*)"/);
  if (string) return rendered(string[1] ?? '', Object.fromEntries(context));
  must(state, /\$/);
  return path(state, context);
}

function printedReference(state: State, context: Context, taken: boolean): string {
  const start = state.at;
  const opening = take(state, /\$(!?)\{/);
  if (!opening) {
    if (/^\$!?[A-Za-z_]/.test(rest(state))) throw new Error(`unexpected reference ${rest(state)}`);
    return must(state, /\$/)[0];
  }
  const value = path(state, context);
  must(state, /\}/);
  if (!taken) return '';
  return value === undefined || value === null
    ? opening[1] === '!'
      ? ''
      : state.text.slice(start, state.at)
    : String(value);
}

function path(state: State, context: Context): unknown {
  let value =
    context.get(must(state, /\w[\w-]*/)[0]) ??
    tools[
      state.text
        .slice(0, state.at)
        .split(/[^\w-]/)
        .at(-1) ?? ''
    ];
  for (let step = take(state, /\.(\w[\w-]*)/); step; step = take(state, /\.(\w[\w-]*)/)) {
    const name = step[1] ?? '';
    const owner = value as Values | undefined;
    const member = owner && Object.hasOwn(owner, name) ? owner[name] : undefined;
    value =
      typeof member === 'function' ? (member as (...given: unknown[]) => unknown)(...args(state, context)) : member;
  }
  return value;
}

function args(state: State, context: Context): unknown[] {
  const given: unknown[] = [];
  must(state, /\(/);
  while (!take(state, /\)/)) {
    given.push(operand(state, context));
    take(state, /, /);
  }
  return given;
}

const formEncoded = (text: unknown): string => new URLSearchParams({ '': String(text) }).toString().slice(1);

/** What the platform puts beside the variables. */
const tools: Values = {
  esc: {
    jsonEncode: (text: unknown) => JSON.stringify(String(text)).slice(1, -1),
    url: formEncoded,
    uriEncode: (text: unknown) => encodeURIComponent(String(text)),
    dollar: '$',
    hash: '#',
    backslash: '\\',
    quote: '"',
  },
  encoding: { base64: (text: unknown) => Buffer.from(String(text)).toString('base64') },
  successTemplateUtils: {
    firstFromArray: (json: unknown, fallback?: unknown) => {
      const [found] = JSON.parse(String(json)) as unknown[];
      return found === undefined ? (fallback ?? '') : JSON.stringify(found);
    },
  },
};
