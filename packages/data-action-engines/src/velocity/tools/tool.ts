import { type Method, methods } from '../../java/method-table';
import { JavaTool, type JavaValue } from '../../java/value';

/** A tool of methods and of properties that are getters without arguments. */
export function tool(
  name: string,
  bySignature: Readonly<Record<string, Method<null>>>,
  properties: Readonly<Record<string, JavaValue>> = {},
): JavaTool {
  const table = methods<null>(bySignature);
  const constants = new Map(Object.entries(properties));
  return new JavaTool(
    name,
    (property) => constants.get(property),
    (method, args, work) => table(method, null, args, work),
  );
}
