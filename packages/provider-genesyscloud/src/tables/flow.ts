import { computed, optional, optionalComputed, required } from '../base/schema';

export const flow = {
  /**
   * The flow's YAML: a path relative to where Terraform runs, an `http(s)://` URL or `s3://bucket/key`. A path must
   * exist when Terraform validates. Name, type and division of the flow are those in the file; a new name there makes a
   * second flow and leaves the first behind.
   */
  filepath: required('string'),
  /** Values that replace `{{key}}` in the file, verbatim. A changed value publishes the flow again. */
  substitutions: optional('map(string)'),
  /** Any text; when it changes the flow is published again, although the file is the same. */
  updateTriggerHash: optional('string'),
  /** Unlock the flow before it is published or deleted. The draft of whoever holds the lock is published first. */
  forceUnlock: optional('bool'),
  /** Leave out: an aid of the provider's exporter. Read it for the flow's name in the org. */
  name: optionalComputed('string'),
  /** Leave out: an aid of the provider's exporter. Read it for the flow's type, in upper case. */
  type: optionalComputed('string'),
  /** SHA-256 of the file before substitution. */
  fileContentHash: computed('string'),
};
