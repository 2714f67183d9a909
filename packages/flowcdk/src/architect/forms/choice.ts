import { type HasOrigin, ORIGIN } from '../origin';
import { keyName, mapping, scalar } from '../yaml/node';
import { byName } from './fields-by-name';
import { type Form, type ShapeProblem, wrongForm } from './form';

/** One of several kinds, by its key: `digits: {exact: 5}` or `digits: {range: {…}}`. */
export type Choice<F> = {
  [K in keyof F]: F[K] extends Form<infer T> ? { readonly kind: K; readonly content: T } & HasOrigin : never;
}[keyof F];

/** A map with exactly one key, which is the kind of the content. */
export function choice<const F extends Record<string, Form<unknown>>>(kinds: F): Form<Choice<F>> {
  const forms = byName(kinds);
  const expects = `one of ${Object.keys(kinds).join(', ')}`;
  return {
    expects,
    read: (yaml, reader) => {
      const only = yaml.kind === 'mapping' && yaml.entries.length === 1 ? yaml.entries[0] : undefined;
      const field = only && forms.get(keyName(only.key));
      if (!only || !field) return wrongForm(yaml, expects, reader);
      const content = field.form.read(only.value, reader);
      if (content === undefined) return undefined;
      return Object.freeze({ kind: field.name, content, [ORIGIN]: { yaml: only.key } }) as unknown as Choice<F>;
    },
    write: (node, writer) => {
      const { kind, content } = node as unknown as { kind: string; content: unknown };
      return mapping([[kind, forms.get(kind)?.form.write(content, writer) ?? scalar(null)]]);
    },
    walk: (node, visit, path) => {
      const { kind, content } = node as unknown as { kind: string; content: unknown };
      forms.get(kind)?.form.walk(content, visit, `${path}.${kind}`);
    },
  };
}

/** Either of two forms. The first form that reads without a problem is taken. */
export function either<A, B>(first: Form<A>, second: Form<B>, isFirst: (value: A | B) => value is A): Form<A | B> {
  const expects = `${first.expects} or ${second.expects}`;
  return {
    expects,
    read: (yaml, reader) => {
      const attempt = <T>(form: Form<T>): T | undefined => {
        const problems: ShapeProblem[] = [];
        const node = form.read(yaml, { ...reader, problem: (problem) => problems.push(problem) });
        return problems.length > 0 ? undefined : node;
      };
      return attempt<A | B>(first) ?? attempt<A | B>(second) ?? wrongForm(yaml, expects, reader);
    },
    write: (node, writer) => (isFirst(node) ? first.write(node, writer) : second.write(node as B, writer)),
    walk: (node, visit, path) => (isFirst(node) ? first.walk(node, visit, path) : second.walk(node as B, visit, path)),
  };
}
