import type { Definition } from '../../architect/definition';

/** What one stack creates. */
export interface StackDefinitions {
  readonly name: string;
  readonly definitions: readonly Definition[];
}
