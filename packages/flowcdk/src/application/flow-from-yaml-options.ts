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
  /**
   * Flows that name each other in a circle can be published only when the others are there. With this option a version
   * that says nothing comes first, then the others of the circle, then the flow itself. One flow of a circle needs it.
   *
   * It is for organisations that do not have the flow yet. Where callers reach it already, they reach the version that
   * says nothing until the deployment is over. Keep the option afterwards: Terraform deletes the flow with the resource of
   * its first version, unless `terraform state rm` forgets this resource before.
   *
   * @default false
   */
  readonly firstVersion?: boolean | undefined;
  /** The name of its resource in Terraform. @default made from the name of the flow */
  readonly address?: string | undefined;
}
