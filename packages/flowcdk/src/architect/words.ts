import { isTimeZone, nearestTimeZone } from '../ground/calendar';
import { apiType, flowKinds } from '../ground/flow-kinds';
import { either, type Form, type Reader, text, value, type ValueType } from './forms';
import type { ValueNode } from './values';
import type { YamlNode } from './yaml/node';

/** The words that a field may hold. */
interface Words {
  /** What one of them is, for messages: `a key of a telephone`. */
  readonly what: string;
  readonly known: readonly string[];
  /** True where the platform may add words. Then an unknown word is a warning. */
  readonly grows: boolean;
  /** The word that was meant by a text in another spelling. */
  readonly meant?: (text: string) => string | undefined;
}

/** A bare text that is one of some words: `dtmf: digit_1`. Any other text is kept and reported. */
export const word = (words: Words): Form<string> => ({
  ...text,
  expects: `${words.what}: ${words.known.join(', ')}`,
  read: (yaml, reader) => {
    if (yaml.kind === 'scalar' && typeof yaml.value === 'number') {
      report(words, String(yaml.value), yaml, reader);
      return undefined;
    }
    const written = text.read(yaml, reader);
    if (written !== undefined) report(words, written, yaml, reader);
    return written;
  },
});

/** A value whose literal is one of some words: `disposition: { lit: optOut }`. */
export function wordValue(words: Words, type: ValueType = 'string'): Form<ValueNode> {
  const form = value(type);
  return {
    ...form,
    read: (yaml, reader) => {
      const node = form.read(yaml, reader);
      if (node?.kind === 'literal' && node.yaml.kind === 'scalar' && typeof node.yaml.value === 'string')
        report(words, node.yaml.value, node.yaml, reader);
      return node;
    },
  };
}

function report({ what, known, grows, meant }: Words, written: string, yaml: YamlNode, { problem }: Reader): void {
  if (known.includes(written)) return;
  const right = meant?.(written) ?? known.find((candidate) => candidate.toLowerCase() === written.toLowerCase());
  problem({
    problem: 'unknownWord',
    message: `${JSON.stringify(written)} is not ${what}`,
    help: `${right === undefined ? '' : `Write ${right}. `}${grows ? 'Known here' : 'Allowed'}: ${known.join(', ')}.`,
    ...(grows ? { severity: 'warning' as const } : {}),
    yaml,
  });
}

/** Reports a text that is no time zone. The platform may know zones that are newer than this Node, so it is a warning. */
function reportZone(written: string, yaml: YamlNode, { problem }: Reader): void {
  if (isTimeZone(written) || written.includes('{{')) return;
  const nearest = nearestTimeZone(written);
  problem({
    problem: 'unknownWord',
    message: `${JSON.stringify(written)} is not a time zone`,
    help: `${nearest === undefined ? '' : `Write ${nearest}. `}Time zones are named as Europe/Berlin.`,
    severity: 'warning',
    yaml,
  });
}

const zone: Form<string | ValueNode> = either(
  text,
  value('string'),
  (read): read is string => typeof read === 'string',
);

/** A time zone. The exporter writes one as a bare text and the other as a value. */
export const timeZone: Form<string | ValueNode> = {
  ...zone,
  read: (yaml, reader) => {
    const read = zone.read(yaml, reader);
    if (typeof read === 'string') reportZone(read, yaml, reader);
    else if (read?.kind === 'literal' && read.yaml.kind === 'scalar' && typeof read.yaml.value === 'string')
      reportZone(read.yaml.value, read.yaml, reader);
    return read;
  },
};

const keys = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'] as const;

/** A key of a telephone, by Architect's name. */
export type Dtmf = `digit_${(typeof keys)[number]}`;

const spokenKeys: Readonly<Partial<Record<string, string>>> = {
  star: '*',
  asterisk: '*',
  pound: '#',
  hash: '#',
};

/** The keys of a telephone. There are no others, so a wrong one is an error. */
export const dtmf = word({
  what: 'a key of a telephone',
  known: keys.map((key) => `digit_${key}`),
  grows: false,
  meant: (written) => {
    const name = written
      .trim()
      .toLowerCase()
      .replace(/^(?:digit|dtmf|key)?[_ -]?/, '');
    const key = spokenKeys[name] ?? name;
    return (keys as readonly string[]).includes(key) ? `digit_${key}` : undefined;
  },
});

// The words of the other fields are those of the scripting SDK and of published flows. Nothing says that Architect
// will not have more of them, so an unknown one is a warning.

const some = (what: string, ...known: readonly string[]): Words => ({ what, known, grows: true });

/** How a flow reads digits back. */
export const verificationTypes = some('a way to read digits back', 'none', 'individualDigits', 'numeric');
/** Whom an automatic reply reaches. */
export const replyModes = some('a mode of reply', 'replyToSender', 'replyToAll');
/** How a waiting time is spoken. */
export const waitingTimeModes = some('a way to speak a waiting time', 'about', 'exact', 'lessThan', 'range');
/** How a position in a queue is spoken. */
export const positionModes = some('a way to speak a position', 'number', 'ordinal', 'ahead');
/** When user-to-user information leaves with the call. */
export const uuiDataModes = some('a moment to send user-to-user information', 'transfer', 'disconnect');
/** The kind of flow that follows a call. */
export const postFlowTypes = some('a kind of post-flow', 'inboundCallFlow', 'voiceSurveyFlow');
/** The side of the call that a post-flow talks to. */
export const postFlowTargets = some('a side of the call', 'caller', 'callee');
/** How users are notified. */
export const notificationTypes = some('a type of notification', 'email', 'chat');
/** When a bot confirms a slot. */
export const confirmationModes = some('a mode of confirmation', 'always', 'never');
/** How a flow outcome ends. */
export const outcomeValues = some('a value of a flow outcome', 'SUCCESS', 'FAILURE');
/** Why a survey invitation is not sent. */
export const surveyDispositions = some('a reason to abort a survey invitation', 'optOut', 'error');
/** The media that prompts of a flow must have. */
export const promptMedia = some('a medium of prompts', 'audio', 'tts', 'text', 'none');
/** The types of flow, as the public API calls them. */
export const flowTypes = some('a type of flow', ...flowKinds.map((kind) => apiType(kind)));
