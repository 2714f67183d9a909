import {
  anyObject,
  filled,
  listOf,
  mapOf,
  name,
  object,
  oneOf,
  optional,
  otherwise,
  readOnly,
  required,
  text,
  type ValueOf,
  whole,
  yesNo,
} from '../shape';
import type { RecordWithId } from '../record';

const config = object({
  timeoutSeconds: whole(1, 60),
  request: object({
    requestUrlTemplate: text(),
    requestTemplate: text(200_000),
    requestType: oneOf('GET', 'PUT', 'POST', 'PATCH', 'DELETE'),
    headers: mapOf(text()),
  }),
  response: object({
    translationMap: mapOf(text()),
    translationMapDefaults: mapOf(text()),
    successTemplate: text(200_000),
  }),
});

const schema = object({ type: oneOf('object', 'array'), properties: anyObject, required: listOf(text()) });

const contract = {
  ...object({
    input: required(object({ inputSchema: required(schema) })),
    output: required(object({ successSchema: required(schema) })),
  }),
  expects: 'the schemas of input and output',
};

/** A published data action. */
export const dataAction = {
  secure: otherwise(yesNo, false),
  name,
  category: name,
  integrationId: required(text(256)),
  config: required(config),
  contract: required(contract),
  version: filled(whole()),
  /** The action gets the access token of its integration. */
  customAuth: readOnly(yesNo),
};

/** A draft may be incomplete. Its validation shows what it needs for a publish. */
export const actionDraft = { ...dataAction, config: optional(config), contract: optional(contract) };

/** The schema of the input or of the result of a data action. */
export type ContractSchema = ValueOf<typeof schema>;
export type ActionConfig = ValueOf<typeof config>;
export type DataAction = RecordWithId<typeof dataAction>;
export type ActionDraft = RecordWithId<typeof actionDraft>;
