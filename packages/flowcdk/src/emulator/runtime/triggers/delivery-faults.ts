/**
 * What goes wrong between an event and a trigger. Each number is a share of the deliveries from 0 to 1; a seed decides
 * which.
 */
export interface DeliveryFaults {
  /** The trigger never gets the event. */
  readonly dropped?: number | undefined;
  /** The trigger gets the event twice. */
  readonly duplicated?: number | undefined;
  /** The trigger gets the event late, by up to `delay`. */
  readonly delayed?: number | undefined;
  /** The longest delay in milliseconds. @default 60 000 */
  readonly delay?: number | undefined;
  /** The next event for the trigger overtakes this one. Without a next event, this one comes after half a minute. */
  readonly reordered?: number | undefined;
}

export const DELAY = 60_000;
export const OVERTAKEN_WITHIN = 30_000;
