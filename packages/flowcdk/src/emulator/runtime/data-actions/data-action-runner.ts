import type { Json, JsonObject } from '../../state/json';
import type { ActionDraft } from '../../state/tables/data-action';
import type { EventPlace } from '../events';
import type { Steps, Wait } from '../steps';

/** A data action is asked: by a flow, or through the API. */
export interface DataActionRequest {
  readonly actionId: string;
  /** By the names of the contract; what is NOT_SET is left out. */
  readonly inputs: JsonObject;
  /** Whose request it is, for the event log. */
  readonly place: EventPlace;
}

/** What failed, in the fields flows can bind (`architect-runtime.md` B6). */
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

/** What came of a data action. */
export type DataActionResult =
  | {
      readonly outcome: 'success';
      /** As the contract shapes it. */
      readonly result: Json;
      /** As Architect sees it: `address.city`, and lists of objects as parallel collections; absent is NOT_SET. */
      readonly outputs: ReadonlyMap<string, Json>;
    }
  | { readonly outcome: 'failure'; readonly failure: DataActionFailure };

/** One step of a data action, as its `test` answers it. */
export interface Step {
  readonly step: string;
  readonly success: boolean;
  readonly result?: Json;
  readonly error?: string;
  /** What went well here and may not in the cloud. */
  readonly warning?: string;
}

/** What a test of a data action gives. */
export interface Tested {
  readonly operations: readonly Step[];
  readonly success: boolean;
  readonly finalResult?: Json;
  readonly error?: string;
  readonly result: DataActionResult;
}

/** Runs data actions. Taking the wait back lets the request go on and drops its answer (assumed). */
export interface DataActionRunner {
  execute(request: DataActionRequest): Wait<DataActionResult>;

  /** Carries out a data action, or a draft of one, and tells every step whether or not it went well. */
  test(action: ActionDraft, inputs: JsonObject): Steps<Tested>;
}
