/** What goes wrong between an event and a trigger, each a share from 0 to 1 of the deliveries; by a seed. */
export interface DeliveryFaults {
  /** The trigger never hears of the event. */
  readonly dropped?: number;
  /** It hears of it twice. */
  readonly duplicated?: number;
  /** It hears of it late, by up to `delay`. */
  readonly delayed?: number;
  /** Milliseconds. @default 60 000 */
  readonly delay?: number;
  /** The next event for the trigger overtakes it; after half a minute without one it comes by itself. */
  readonly reordered?: number;
}

export const DELAY = 60_000;
export const OVERTAKEN_WITHIN = 30_000;
