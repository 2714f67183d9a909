import { mapping, scalar, sequence, type YamlNode } from '../architect/yaml/node';
import { rest } from './kept-setting';
import { type Entry, keyed, mappingOf, type Part } from './part';
import { variableKey } from './types';
import { valueOf } from './value';

/**
 * The declarations of a flow or a container, in the order of Architect's exporter: by name, without regard to case.
 */
export function declarations(owner: Part, isVoice: boolean): YamlNode | undefined {
  const parts = [...owner.parts('variables')];
  if (parts.length === 0) return undefined;
  parts.sort((a, b) => (sortName(a) < sortName(b) ? -1 : 1));
  return sequence(parts.map((part) => declaration(part, isVoice)));
}

const sortName = (part: Part): string => (part.peekText('name') ?? '').toLowerCase();

function declaration(part: Part, isVoice: boolean): YamlNode {
  const type = part.peekText('__type') ?? '';
  const key = part.key('__type', variableKey(type, part.peek('isCollection') === true));
  part.leave('type', 'isCollection', 'typeIdentifier');
  const initial = part.part('initialValue');
  leaveSlotDescription(part);
  const entries: Entry[] = [
    ['name', part.scalar('name')],
    ['description', part.scalar('description')],
    ['initialValue', (initial && valueOf(initial)) ?? mapping([['noValue', scalar(true)]])],
    ['isInput', inOrOut(part, 'isInput', isVoice)],
    ['isOutput', inOrOut(part, 'isOutput', isVoice)],
  ];
  part.leave('id', 'id');
  part.leave('version', 'version');
  for (const flag of ['isSecure', 'isInternal']) if (part.peek(flag) === false) part.leave('noKey', flag);
  return keyed(key, mappingOf([...entries, ...rest(part)]));
}

/** Variables of flows with a listener are neither inputs nor outputs, and the exporter does not say so. */
function inOrOut(part: Part, key: 'isInput' | 'isOutput', isVoice: boolean): YamlNode | undefined {
  if (!isVoice || part.peek(key) !== false) return part.scalar(key);
  part.leave('noKey', key);
  return undefined;
}

/** Architect describes the variable of a slot by itself, and the exporter leaves that away. */
function leaveSlotDescription(part: Part): void {
  const name = part.peekText('name') ?? '';
  if (!name.startsWith('Slot.')) return;
  if (part.peekText('description') === `Variable for the '${name.slice('Slot.'.length)}' slot.`)
    part.leave('noKey', 'description');
}
