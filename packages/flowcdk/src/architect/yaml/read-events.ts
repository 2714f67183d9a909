import { type Event, parseEvents } from 'js-yaml';
import { MAX_DEPTH } from './limits';
import { withStandIns } from './placeholder';

export interface ReadEvents {
  readonly events: readonly Event[];
  /** Whether the text becomes YAML only when its placeholders are replaced. */
  readonly isTemplate: boolean;
}

/**
 * The events of js-yaml for a text. Throws js-yaml's error where the text is not YAML.
 *
 * A text may fail only because other text stands beside a placeholder (`name: {{a}} and {{b}}`). It is read with words
 * in the places of its placeholders. The offsets are still those of the text.
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
