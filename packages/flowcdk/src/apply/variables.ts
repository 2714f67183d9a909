import { type Finding, FlowcdkError } from '../ground/finding';
import { variableMissing, variableUnknown, wrongAttribute } from './refusals';
import { section, type Stack } from './stack';
import { isValues, type Value, type Values } from './values';

/** The values of a stack's variables: these texts, and the defaults of those left out. */
export function variablesOf(stack: Stack, texts: Readonly<Record<string, string>>): Values {
  const declared = section(stack, 'variable');
  const known = Object.keys(declared);
  const unknown = Object.keys(texts).find((name) => !known.includes(name));
  if (unknown !== undefined) throw variableUnknown(unknown, known);
  const missing: Finding[] = [];
  const values: Record<string, Value> = {};
  for (const name of known) {
    const block = declared[name];
    const { type, default: otherwise, description } = isValues(block) ? block : {};
    const text = texts[name];
    if (text !== undefined) values[name] = converted(name, text, type);
    else if (otherwise !== undefined) values[name] = otherwise;
    else missing.push(variableMissing(name, typeof description === 'string' ? description : undefined));
  }
  if (missing.length > 0) throw new FlowcdkError(missing);
  return values;
}

/** The variables that a stack declares, as the environment has them for Terraform (`TF_VAR_…`). */
export const fromEnvironment = (
  stack: Stack,
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.keys(section(stack, 'variable')).flatMap((name) => {
      const value = environment[`TF_VAR_${name}`];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );

/** The beginning of the made-up value of a variable. */
export const MADE_UP = 'a secret for tests: ';

/** Made-up values of the sensitive variables that a stack declares without a default, besides those that are known. */
export const madeUp = (stack: Stack, known: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(section(stack, 'variable')).flatMap(([name, block]) => {
      const { sensitive, default: otherwise } = isValues(block) ? block : {};
      const isNeeded = sensitive === true && otherwise === undefined && !Object.hasOwn(known, name);
      return isNeeded ? [[name, `${MADE_UP}${name}`]] : [];
    }),
  );

/** Variables are texts unless they say otherwise. Values of other types are written as JSON. */
function converted(name: string, text: string, type: Value | undefined): Value {
  if (type === undefined || type === 'string' || type === '${string}' || type === 'any') return text;
  try {
    return JSON.parse(text) as Value;
  } catch {
    throw wrongAttribute(
      `var.${name}`,
      name,
      `is no ${typeof type === 'string' ? type : JSON.stringify(type)}; give it as JSON`,
    );
  }
}
