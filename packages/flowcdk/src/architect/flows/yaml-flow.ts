import type {
  Currency,
  DateTime,
  Decimal,
  Duration,
  Integer,
  Json,
  PhoneNumber,
  ReferenceKind,
  ReferenceTypes,
  Type,
} from '../types';
import type { Definition } from '../definition';
import type { FlowDefinition } from './definition';

type Single =
  | string
  | boolean
  | Integer
  | Decimal
  | DateTime
  | Duration
  | Currency
  | PhoneNumber
  | Json
  | ReferenceTypes[ReferenceKind];

/** The inputs of a flow in a file. The compiler does not know their types, so it takes values of any. */
export type YamlInputs = Readonly<Record<string, Type<Single | readonly Single[]>>>;

/** The outputs of a flow in a file. They go to variables of any type. */
export type YamlOutputs = Readonly<Record<string, Type<never>>>;

/**
 * A flow that stands in a file of Architect YAML, made by `flowFromYaml`. It may stand wherever a flow may. Its kind,
 * inputs and outputs are known only when the file is read, so findings say where they do not fit.
 */
export interface YamlFlow extends FlowDefinition<YamlInputs> {
  /** By name without scope, as the inputs are. */
  readonly outputs: YamlOutputs;
  /** The file, as findings name it. */
  readonly file: string;
  /** The text that is uploaded: that of the file, with placeholders filled in. */
  readonly text: string;
  /** True where a version that says nothing is published before the flows that name it in a circle. */
  readonly firstVersion?: true;
}

/** Whether a version of the flow that says nothing is published first. */
export const hasFirstVersion = (definition: Definition): definition is YamlFlow =>
  'firstVersion' in definition && definition.firstVersion === true;
