import {
  constructFromEvents,
  type DocumentEvent,
  type Event,
  EVENT_ID,
  type MappingEvent,
  SCALAR_STYLE,
  type SequenceEvent,
} from 'js-yaml';

const NOWHERE = { anchorStart: -1, anchorEnd: -1, tagStart: 0 } as const;
const END: Event = { type: EVENT_ID.POP };

/**
 * The data of a scalar with a tag (`!!str 5`). Undefined where the type is not known or does not fit.
 *
 * js-yaml reads the scalar again, because tags are rare. It gets a short text of its own, because its errors quote the
 * surrounding text.
 */
export function taggedData(tag: string, written: string, document: DocumentEvent): unknown {
  const at = { ...NOWHERE, tagEnd: tag.length, valueStart: tag.length, valueEnd: tag.length + written.length };
  const event: Event = {
    ...at,
    type: EVENT_ID.SCALAR,
    style: SCALAR_STYLE.DOUBLE_QUOTED,
    chomping: 1,
    indent: -1,
    fast: true,
  };
  return construct(tag + written, [document, event, END]);
}

/** Whether a list or mapping may carry this tag. */
export function isCollectionTag(
  tag: string,
  { type, style }: SequenceEvent | MappingEvent,
  document: DocumentEvent,
): boolean {
  const event: Event = { ...NOWHERE, type, start: 0, tagEnd: tag.length, style };
  return construct(tag, [document, event, END, END]) !== undefined;
}

function construct(source: string, events: Event[]): unknown {
  try {
    return constructFromEvents(events, { source })[0];
  } catch {
    return undefined;
  }
}
