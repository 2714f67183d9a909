import type { JsonObject } from '../../state/json';

/** A call that an agent should make, for a flow or a voicemail. Agents of the local org do not dial. */
export interface Callback {
  readonly conversationId: string;
  readonly queueId: string;
  readonly number: string;
  readonly calleeName?: string;
  readonly script?: { readonly script: string; readonly inputs: JsonObject };
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}
