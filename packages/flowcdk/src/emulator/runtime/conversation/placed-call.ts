import type { CallLeg } from './call-leg';
import type { Conversation } from './conversation';

/** A call under way, from the side of the caller. */
export class PlacedCall {
  readonly conversation: Conversation;

  constructor(
    readonly leg: CallLeg,
    readonly hangUp: () => void,
  ) {
    this.conversation = leg.conversation;
  }

  get ended(): boolean {
    return this.leg.ended;
  }

  press(keys: string): void {
    if (!this.ended) this.leg.line.press(keys);
  }

  /** Speaks for so many milliseconds. */
  speak(milliseconds: number): void {
    if (!this.ended) this.leg.line.speak(milliseconds);
  }
}
