import type { Json, JsonObject } from '../../state/json';
import type { AcdRequest } from '../conversation/acd-request';

/** A call from which a callback comes. */
export interface OriginCall {
  readonly ended: boolean;
  readonly customer: { readonly id: string };
  readonly conversation: {
    readonly id: string;
    readonly data: { of(participantId: string): Iterable<readonly [string, string]> };
  };
}

/** A callback that somebody asks for. */
export interface NewCallback {
  readonly queueId: string;
  /** E.164, or addresses with their scheme. The agent calls the first one. */
  readonly numbers: readonly string[];
  readonly userName?: string;
  /** Milliseconds since 1970. @default as soon as possible */
  readonly scheduledAt?: number;
  /** The call after whose end the callback becomes due: nobody calls a person back who is on the line (assumed). */
  readonly after?: OriginCall;
  /** Attributes of the customer. @default those of the customer of the call `after` */
  readonly data?: Readonly<Record<string, string>>;
  /** @default priority 0, no skills */
  readonly routing?: Partial<Omit<AcdRequest, 'queueId' | 'queueName' | 'inQueueFlowId'>>;
  readonly script?: { readonly script: string; readonly inputs: JsonObject };
  /** Other fields, which the org keeps and shows. */
  readonly others?: Readonly<Record<'scriptId' | 'callerId' | 'callerIdName' | 'countryCode', Json | undefined>>;
}
