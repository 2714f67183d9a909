import { dataSource } from './base/resource';
import { type Config, optional, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
  /** `inboundcall`, `workflow`, `inqueuecall`, `commonmodule`, `bot` …, in any case. Give it: names repeat across types. */
  type: optional('string'),
};

export interface DataGenesyscloudFlowConfig extends Config<typeof schema> {}

/** A flow of the org, found by name and type. */
export class DataGenesyscloudFlow extends dataSource('genesyscloud_flow', schema)<DataGenesyscloudFlowConfig> {}
