import type { YamlData } from '../architect/yaml/node';
import type { JsonSchema } from './json-schema';
import type { LayeredSettings } from './layers';
import { about } from './messages';
import { type Misfit, misfits } from './misfits';
import type { SettingsProblem } from './problem';
import type { SettingsSchema } from './schema';
import { words } from './schema-words';

/** The settings with the defaults of the schema filled in, or everything that does not fit the schema. */
export type Validated<S> =
  | { readonly settings: S; readonly problems?: undefined }
  | { readonly settings?: undefined; readonly problems: readonly SettingsProblem[] };

/** Checks `data`, which becomes the settings: defaults are written into it. */
export function validate<S>({ schema }: SettingsSchema<S>, data: YamlData, layers: LayeredSettings): Validated<S> {
  const wrong = misfits(schema as unknown as JsonSchema, data);
  if (wrong.length === 0) return { settings: data as S };
  return { problems: wrong.map((misfit) => problem(misfit, layers)) };
}

function problem(misfit: Misfit, layers: LayeredSettings): SettingsProblem {
  const { keyword, name, twice } = misfit;
  const path = [...misfit.path, ...(name === undefined ? [] : [name]), ...(twice ? [twice[1]] : [])];
  const first = () => layers.place([...misfit.path, twice?.[0] ?? 0]);
  return {
    path,
    onKey: name !== undefined && keyword !== 'required',
    // A check of the application describes the same mistake in the application's own words.
    ...(keyword === 'uniqueItems' || keyword === 'maxProperties' ? { unlessChecked: true } : {}),
    finding: (place) => about(place, words(misfit, layers.node(path), first)),
  };
}
