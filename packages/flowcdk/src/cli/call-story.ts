import type { LoggedEvent } from '../emulator/runtime/events';
import { momentsOf, timeline } from '../inspect/timeline';
import { heard } from '../testing/one-call';
import { print, printJson, type Style } from './output';
import { timelineOptions } from './timeline-options';

/** How a call is told. */
export interface StoryOptions {
  readonly json?: true;
  readonly timeline?: true;
  /** The file for the timeline as a page. */
  readonly page?: string;
}

/** Prints what the caller notices of an event, at once. */
export function printHeard(event: LoggedEvent, style: Style): void {
  const line = heard(event);
  if (line !== undefined) print(event.type === 'audio.started' ? style.strong(line) : style.quiet(line));
}

/** Prints the story of a whole call. @param wasLive whether what the caller noticed is printed already */
export function printStory(
  events: readonly LoggedEvent[],
  conversationId: string,
  { json, timeline: withTimeline }: StoryOptions,
  wasLive: boolean,
): void {
  if (json) return printJson({ conversationId, events });
  if (wasLive && !withTimeline) print();
  print(storyOf(events, conversationId));
}

/** The story of a whole call as text. */
export const storyOf = (events: readonly LoggedEvent[], conversationId: string): string =>
  timeline(momentsOf(events, conversationId), timelineOptions());
