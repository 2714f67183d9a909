/** What goes wrong between an event and a trigger, each a share from 0 to 1 of the deliveries; by a seed. */
export interface DeliveryFaults {
  /** The trigger never hears of the event. */
  readonly dropped?: number | undefined;
  /** It hears of it twice. */
  readonly duplicated?: number | undefined;
  /** It hears of it late, by up to `delay`. */
  readonly delayed?: number | undefined;
  /** Milliseconds. @default 60 000 */
  readonly delay?: number | undefined;
  /** The next event for the trigger overtakes it; after half a minute without one it comes by itself. */
  readonly reordered?: number | undefined;
}

export const DELAY = 60_000;
export const OVERTAKEN_WITHIN = 30_000;
