import type { JsonObject } from '../../state/json';

/** A call that the flow or a voicemail wants an agent to make; the local org's agents do not dial. */
export interface Callback {
  readonly conversationId: string;
  readonly queueId: string;
  readonly number: string;
  readonly calleeName?: string;
  readonly script?: { readonly script: string; readonly inputs: JsonObject };
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}
