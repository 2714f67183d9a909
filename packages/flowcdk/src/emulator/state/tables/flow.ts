import {
  anyObject,
  listOf,
  mapOf,
  object,
  oneOf,
  reference,
  required,
  text,
  type ValueOf,
  whole,
  yesNo,
} from '../shape';
import type { RecordWithId } from '../record';

/** A variable that a caller of the flow sees. */
const variable = object({
  /** The name without its scope. */
  name: required(text()),
  /** Architect's name of the type: `stringCollection`. */
  type: required(text()),
  isInput: required(yesNo),
  isOutput: required(yesNo),
});

/** A flow in its last published version. */
export const flow = {
  /** False after the flow was unpublished. */
  active: yesNo,
  name: required(text()),
  /** In the words of the API: `INBOUNDCALL`. */
  type: required(text()),
  description: text(),
  division: required(reference),
  /** The number of published versions, which is also the number of the last version. */
  versions: required(whole(0)),
  /** ISO 8601. */
  datePublished: text(),
  variables: required(listOf(variable)),
  /** The ids of the things that it names, by kind. */
  bound: required(mapOf(listOf(text()))),
  inputSchema: anyObject,
  outputSchema: anyObject,
};

/** One published version of a flow. */
export const flowVersion = {
  flowId: required(text()),
  /** `3.0` */
  version: required(text()),
  /** ISO 8601. */
  datePublished: required(text()),
  yaml: required(text()),
  /** The ids of the things that it names, by kind and name. */
  names: required(mapOf(mapOf(listOf(text())))),
  inputSchema: anyObject,
  outputSchema: anyObject,
};

/** An entry in the history of a flow. */
export const flowEvent = {
  flowId: required(text()),
  action: required(oneOf('PUBLISH', 'DEACTIVATE')),
  version: required(text()),
  /** ISO 8601. */
  timestamp: required(text()),
};

/** A job that publishes, judges or exports flows. */
export const flowJob = {
  command: required(oneOf('Publish', 'Validate', 'Export')),
  status: required(oneOf('Registered', 'Success', 'Failure')),
  messages: listOf(object({ type: required(text()), text: required(text()), dateTime: required(text()) })),
  flow: object({ id: required(text()), name: required(text()), type: required(text()) }),
  version: text(),
};

/** An operation on a flow that a caller requested. */
export const flowOperation = {
  actionName: required(text()),
  flowId: text(),
};

export type Flow = RecordWithId<typeof flow>;
export type FlowVersion = RecordWithId<typeof flowVersion>;
export type FlowJob = RecordWithId<typeof flowJob>;
/** A variable that a caller of the flow sees. */
export type FlowVariable = ValueOf<typeof variable>;
