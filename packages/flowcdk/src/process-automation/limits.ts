/** What the platform allows of triggers (documented; also checked by the provider). */
export const limits = {
  /** Characters. */
  longestName: 256,
  longestDescription: 512,
  /** Seconds an event may be late. */
  eventTtl: { least: 10 },
  /** Seconds between the event and the launch. */
  delayBy: { least: 60, most: 900 },
} as const;
