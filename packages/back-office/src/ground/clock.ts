/** Where the service has its time from. In tests it is the virtual clock of a local org. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** `date` moved by some milliseconds. */
export const later = (date: Date, milliseconds: number): Date => new Date(date.getTime() + milliseconds);
