import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromData, jsonText } from '../../src/java';
import { evaluateJsonPath, parseJsonPath, PathError } from '../../src/json-path';
import { parseTemplate, renderTemplate, TemplateError } from '../../src/velocity';

/** What an engine gives: a text, a value, or the name of an error. */
type Answer = { readonly text: string } | { readonly value: unknown } | { readonly error: string };
type Case = readonly [of: 'template' | 'path', on: number, written: string, real: Answer];

/** Random templates and paths with what the real engines gave: `npm run test:engines -- --keep` writes them. */
const sample = JSON.parse(readFileSync(join(__dirname, 'sample.json'), 'utf8')) as {
  readonly variables: readonly object[];
  readonly documents: readonly object[];
  readonly cases: readonly Case[];
  /** The cases in which ours differ. docs/templates.md says why. */
  readonly different: readonly (readonly [written: string, on: number])[];
};

function ours([of, on, written]: Case): Answer {
  try {
    return of === 'template'
      ? { text: textOf(written, sample.variables[on] ?? {}) }
      : (JSON.parse(`{"value":${valueOf(written, sample.documents[on])}}`) as Answer);
  } catch (problem) {
    if (problem instanceof TemplateError || problem instanceof PathError) return { error: problem.kind };
    throw problem;
  }
}

function textOf(template: string, variables: object): string {
  return renderTemplate(
    parseTemplate(template),
    new Map(Object.entries(variables).map(([name, value]) => [name, fromData(value)])),
  );
}

function valueOf(path: string, document: unknown): string {
  const parsed = parseJsonPath(path);
  if ('problem' in parsed) throw new PathError('InvalidPathException', parsed.problem);
  return jsonText(evaluateJsonPath(parsed, fromData(document)).value);
}

/** Where ours and the real engine differ. */
const different = (of: Case[0]): readonly Case[] =>
  sample.cases.filter((each) => each[0] === of && JSON.stringify(ours(each)) !== JSON.stringify(each[3]));

test.each(['template', 'path'] as const)('of 1,400 random %ss at least 99 %% give what the real engine gives', (of) => {
  const all = sample.cases.filter((each) => each[0] === of);
  const apart = different(of);

  expect(all.length).toBeGreaterThan(1_400);
  expect(apart.length).toBeLessThanOrEqual(all.length / 100);
  expect(apart.map(([, on, written]) => [written, on])).toEqual(
    sample.different.filter(([written]) => all.some((each) => each[2] === written)),
  );
});
