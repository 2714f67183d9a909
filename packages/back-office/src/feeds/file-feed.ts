import type { Readable } from 'node:stream';
import { conversationEvent } from './conversation-event';
import type { Feed, FedEvent } from './feed';

/** The longest line that is read, in characters: an event has a few kilobytes. */
export const LONGEST_LINE = 1_000_000;

/** Events of a text with one JSON object a line, such as the archive of a bus. */
export const fileFeed = (text: Readable): Feed => ({ name: 'file', events: () => eventsIn(text) });

async function* eventsIn(text: Readable): AsyncGenerator<FedEvent> {
  let number = 0;
  for await (const line of linesOf(text)) {
    number += 1;
    if (line === undefined) yield { problem: `line ${number}: longer than ${LONGEST_LINE} characters` };
    else if (line.trim() !== '') yield eventIn(line, number);
  }
}

/** Lines of a text; undefined for one that is too long. Node's readline keeps such a line whole, and loses read errors. */
async function* linesOf(text: Readable): AsyncGenerator<string | undefined> {
  let rest = '';
  let isTooLong = false;
  text.setEncoding('utf8');
  for await (const chunk of text as AsyncIterable<string>) {
    const parts = `${rest}${chunk}`.split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      yield isTooLong || part.length > LONGEST_LINE ? undefined : part;
      isTooLong = false;
    }
    if (rest.length > LONGEST_LINE) isTooLong = true;
    if (isTooLong) rest = '';
  }
  if (isTooLong) yield undefined;
  else if (rest !== '') yield rest;
}

function eventIn(line: string, number: number): FedEvent {
  try {
    const event = conversationEvent(JSON.parse(line));
    return event ?? { problem: `line ${number}: no event of a conversation` };
  } catch {
    return { problem: `line ${number}: no JSON` };
  }
}
