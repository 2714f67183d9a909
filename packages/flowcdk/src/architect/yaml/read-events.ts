import { type Event, parseEvents } from 'js-yaml';
import { MAX_DEPTH } from './limits';
import { withStandIns } from './placeholder';

export interface ReadEvents {
  readonly events: readonly Event[];
  /** The text is no YAML before its placeholders are replaced. */
  readonly isTemplate: boolean;
}

/**
 * What js-yaml finds in a text; throws its fault if the text is no YAML.
 *
 * A text that is none only because a placeholder stands beside something (`name: {{a}} and {{b}}`) is read with words
 * in their places. The offsets are those of the text all the same.
 */
export function readEvents(text: string): ReadEvents {
  try {
    return { events: parseEvents(text, { maxDepth: MAX_DEPTH }), isTemplate: false };
  } catch (fault) {
    const standIns = withStandIns(text);
    if (standIns === text) throw fault;
    return { events: parseEvents(standIns, { maxDepth: MAX_DEPTH }), isTemplate: true };
  }
}
