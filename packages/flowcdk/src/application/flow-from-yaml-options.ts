import type { Definition } from '../architect/definition';

/** What `flowFromYaml` takes besides the file. */
export interface FlowFromYamlOptions {
  /** The values of the placeholders of the file, such as `{{queue_name}}`. Each placeholder needs one. */
  readonly substitutions?: Readonly<Record<string, string>> | undefined;
  /**
   * Definitions that the flow names, or needs for another reason. What it names and no stack of the application creates
   * has to be in the organisation already.
   */
  readonly dependsOn?: readonly Definition[] | undefined;
  /** The name of its resource in Terraform. @default made from the name of the flow */
  readonly address?: string | undefined;
}
