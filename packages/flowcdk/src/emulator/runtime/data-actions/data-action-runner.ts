import type { Json, JsonObject } from '../../state/json';
import type { ActionDraft } from '../../state/tables/data-action';
import type { EventPlace } from '../events';
import type { Steps, Wait } from '../steps';

/** A request to run a data action, from a flow or through the API. */
export interface DataActionRequest {
  readonly actionId: string;
  /** The inputs by their names in the contract. An input that is NOT_SET is left out. */
  readonly inputs: JsonObject;
  /** The place of its events in the log. */
  readonly place: EventPlace;
  /** Whether a secure flow asks: the log shows neither inputs nor what becomes of them. @default false */
  readonly isSecure?: boolean;
}

/** The failure, in the fields that flows can bind. */
export interface DataActionFailure {
  readonly errorCode: string;
  readonly status: number;
  readonly correlationId: string;
  readonly entityId?: string;
  readonly entityName?: string;
  readonly userMessage: string;
  readonly userParamsMessage?: string;
  readonly userParams?: readonly { readonly key: string; readonly value: string }[];
  readonly details?: readonly {
    readonly errorCode?: string;
    readonly fieldName?: string;
    readonly entityId?: string;
    readonly entityName?: string;
  }[];
}

/** The result of a data action. */
export type DataActionResult =
  | {
      readonly outcome: 'success';
      /** The result in the form of the contract. */
      readonly result: Json;
      /**
       * The outputs as Architect sees them: nested values as `address.city`, lists of objects as parallel collections.
       * An absent output is NOT_SET.
       */
      readonly outputs: ReadonlyMap<string, Json>;
    }
  | { readonly outcome: 'failure'; readonly failure: DataActionFailure };

/** One step of a data action, as the answer of its `test` shows it. */
export interface Step {
  readonly step: string;
  readonly success: boolean;
  readonly result?: Json;
  readonly error?: string;
  /** Something that passed here and may fail in the cloud. */
  readonly warning?: string;
}

/** The result of a test of a data action. */
export interface Tested {
  readonly operations: readonly Step[];
  readonly success: boolean;
  readonly finalResult?: Json;
  readonly error?: string;
  readonly result: DataActionResult;
}

/** Runs data actions. If the wait is cancelled, the request goes on and its answer is dropped (assumed). */
export interface DataActionRunner {
  execute(request: DataActionRequest): Wait<DataActionResult>;

  /** Runs a data action or a draft of one. Reports every step, whether or not it succeeded. */
  test(action: ActionDraft, inputs: JsonObject): Steps<Tested>;
}
