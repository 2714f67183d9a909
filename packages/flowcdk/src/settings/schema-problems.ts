import Ajv, { type ErrorObject } from 'ajv';
import type { YamlData } from '../architect/yaml/node';
import { isDate, isTimeZone } from '../ground/calendar';
import type { JsonSchema } from './json-schema';
import type { LayeredSettings } from './layers';
import { about } from './messages';
import type { Path, SettingsProblem } from './problem';
import type { SettingsSchema } from './schema';
import { words } from './schema-words';

/** Either the settings, with the defaults of the schema filled in, or what of them does not fit the schema. */
export type Validated<S> =
  | { readonly settings: S; readonly problems?: undefined }
  | { readonly settings?: undefined; readonly problems: readonly SettingsProblem[] };

/** Checks `data`, which becomes the settings: defaults are written into it. */
export function validate<S>(schema: SettingsSchema<S>, data: YamlData, layers: LayeredSettings): Validated<S> {
  const fits = validator(schema);
  if (fits(data)) return { settings: data };
  const errors = withoutBranches(fits.errors ?? []);
  const malformed = new Set(
    errors.filter(({ keyword }) => keyword === 'pattern').map(({ instancePath }) => instancePath),
  );
  const isTold = ({ keyword, instancePath }: ErrorObject) =>
    !UNTOLD.has(keyword) && !(keyword === 'format' && malformed.has(instancePath));
  return { problems: errors.filter(isTold).map((error) => problem(error, layers)) };
}

/**
 * `propertyNames` only repeats the error found in a name, and `additionalItems` what the number of entries says. What
 * breaks the pattern of an address need not be told a second time that it is none.
 */
const UNTOLD = new Set(['propertyNames', 'additionalItems']);

type Validator<S> = ReturnType<typeof compile<S>>;

const compiled = new WeakMap<object, Validator<unknown>>();

function validator<S>(settings: SettingsSchema<S>): Validator<S> {
  const known = compiled.get(settings.schema) as Validator<S> | undefined;
  if (known) return known;
  const fits = compile(settings);
  compiled.set(settings.schema, fits);
  return fits;
}

/**
 * It is compiled at every start for a few hundred lines of settings, so what would cost more than it saves is switched
 * off: optimising the code, and checking the schema itself.
 */
function compile<S>({ schema }: SettingsSchema<S>) {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    useDefaults: true,
    verbose: true,
    validateSchema: false,
    code: { optimize: false },
  });
  ajv.addKeyword('patternErrorMessage');
  ajv.addFormat('date', isDate);
  ajv.addFormat('time-zone', isTimeZone);
  ajv.addFormat('uri', (text: string) => URL.canParse(text));
  return ajv.compile<S>(schema);
}

/**
 * What does not fit `anyOf` has an error for each branch and one for the whole, which follows them. Either the branch
 * that was meant speaks, where it is clear which one that is, or the whole.
 */
function withoutBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const kept: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword !== 'anyOf') {
      kept.push(error);
      continue;
    }
    let from = kept.length;
    while (from > 0 && isWithin(kept[from - 1], error)) from -= 1;
    const inside = kept.splice(from);
    kept.push(...(branchMeant(error, inside) ?? [error]));
  }
  return kept;
}

const isWithin = (inner: ErrorObject | undefined, { schemaPath, instancePath }: ErrorObject): boolean =>
  inner !== undefined &&
  inner.schemaPath.startsWith(`${schemaPath}/`) &&
  (inner.instancePath === instancePath || inner.instancePath.startsWith(`${instancePath}/`));

/** The errors of the only branch that fits as a whole: its type, and the words by which branches are told apart. */
function branchMeant(whole: ErrorObject, inside: readonly ErrorObject[]): readonly ErrorObject[] | undefined {
  const branches = new Map<string, ErrorObject[]>();
  for (const error of inside) {
    const [branch = ''] = error.schemaPath.slice(whole.schemaPath.length + 1).split('/', 1);
    branches.set(branch, [...(branches.get(branch) ?? []), error]);
  }
  const ofTheType = [...branches.values()].filter(
    (errors) => !errors.some((error) => error.instancePath === whole.instancePath && CHOICE.has(error.keyword)),
  );
  const ofTheWords = ofTheType.filter((errors) => !errors.some(({ keyword }) => keyword === 'const'));
  if (ofTheWords.length === 0) return wordOfNoBranch(ofTheType);
  const [meant, another] = ofTheWords;
  return another === undefined ? meant : undefined;
}

/** All branches are told apart by one word, and the word that stands there is of none of them. */
function wordOfNoBranch(branches: readonly (readonly ErrorObject[])[]): readonly ErrorObject[] | undefined {
  const words = branches.flatMap((errors) => errors.filter(({ keyword }) => keyword === 'const'));
  const [first] = words;
  if (!first || words.length !== branches.length || words.some((word) => word.instancePath !== first.instancePath)) {
    return undefined;
  }
  return [{ ...first, keyword: 'enum', parentSchema: { enum: words.map(({ schema }): unknown => schema) } }];
}

const CHOICE = new Set(['type', 'const', 'enum']);

function problem(error: ErrorObject, layers: LayeredSettings): SettingsProblem {
  const parent = pathOf(error.instancePath);
  const name = String(
    error.params['missingProperty'] ?? error.params['additionalProperty'] ?? error.propertyName ?? '',
  );
  const onKey = error.keyword === 'additionalProperties' || error.propertyName !== undefined;
  const isAboutMember = onKey || error.keyword === 'required';
  const path = isAboutMember ? [...parent, name] : error.keyword === 'uniqueItems' ? [...parent, later(error)] : parent;
  const schema: JsonSchema = error.parentSchema ?? {};
  return {
    path,
    onKey,
    // What a check says of the same setting is in words of the application.
    ...(error.keyword === 'uniqueItems' || error.keyword === 'maxProperties' ? { unlessChecked: true } : {}),
    finding: (place) =>
      about(
        place,
        words(error, schema, { name, node: layers.node(path), first: () => layers.place([...parent, earlier(error)]) }),
      ),
  };
}

const pair = ({ params }: ErrorObject): readonly number[] => [Number(params['i']), Number(params['j'])];
const later = (error: ErrorObject): number => Math.max(...pair(error));
const earlier = (error: ErrorObject): number => Math.min(...pair(error));

/** A JSON pointer, `/databases/order/0`. */
function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
