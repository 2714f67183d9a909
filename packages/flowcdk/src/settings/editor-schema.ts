import type { JsonSchema } from './json-schema';
import type { SettingsSchema } from './schema';

/**
 * The JSON Schema (draft 7) that editors read to explain settings while somebody types them. Write it into a file and
 * name that in the first line of `settings.yaml`: `# yaml-language-server: $schema=./settings.schema.json`.
 *
 * A setting with a default is not required. `patternErrorMessage` is not part of JSON Schema; VS Code shows it.
 *
 * @example
 * ```ts
 * writeFileSync('settings.schema.json', JSON.stringify(editorSchema(settingsSchema), null, 2));
 * ```
 */
export function editorSchema({ schema }: SettingsSchema<unknown>): JsonSchema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', ...withoutDefaultsRequired(schema) };
}

/** Plain JSON, without what TypeBox marks its schemas with. */
function withoutDefaultsRequired(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (_, value: JsonSchema | null) => {
    if (!Array.isArray(value?.required) || value.properties === undefined) return value;
    const { properties } = value;
    const required = value.required.filter((name: string) => properties[name]?.default === undefined);
    return Object.fromEntries(
      Object.entries({ ...value, required }).filter(([key]) => key !== 'required' || required.length > 0),
    );
  }) as JsonSchema;
}
