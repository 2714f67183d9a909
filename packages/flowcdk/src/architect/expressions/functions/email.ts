import { func, overload, param, type FunctionDeclaration } from '../declaration';
import { ObjectValue, type Value } from '../values';

export const email: readonly FunctionDeclaration[] = [
  func('EmailAddressDomainPart', 'email', 'What follows the @ of an address; NOT_SET if it is no address.', [
    overload([param('emailAddress', 'emailAddress')], 'string', (address) => partOf(address, 'domainpart')),
    overload([param('emailAddressString?', 'string')], 'string', (text) =>
      partOf(readEmailAddress(text), 'domainpart'),
    ),
  ]),
  func('EmailAddressLocalPart', 'email', 'What precedes the @ of an address; NOT_SET if it is no address.', [
    overload([param('emailAddress', 'emailAddress')], 'string', (address) => partOf(address, 'localpart')),
    overload([param('emailAddressString?', 'string')], 'string', (text) => partOf(readEmailAddress(text), 'localpart')),
  ]),
  func('MakeEmailAddress', 'email', 'An address with an optional name; NOT_SET if it is no address.', [
    overload([param('address', 'string')], 'emailAddress', (address) => readEmailAddress(address)),
    overload([param('address', 'string'), param('name?', 'string')], 'emailAddress', readEmailAddress),
  ]),
];

/** Reads an address without a blank in it. Any other text gives `null`. */
export function readEmailAddress(text: string | null, name: string | null = null): ObjectValue | null {
  const address = text?.trim() ?? '';
  const at = address.lastIndexOf('@');
  if (at < 1 || at === address.length - 1 || hasBlank(address)) return null;
  return new ObjectValue('emailAddress', {
    id: address,
    address,
    name,
    localpart: address.slice(0, at),
    domainpart: address.slice(at + 1),
  });
}

function hasBlank(text: string): boolean {
  return text.includes(' ') || text.includes('\t') || text.includes('\n') || text.includes('\r');
}

function partOf(address: ObjectValue | null, part: 'localpart' | 'domainpart'): Value {
  return address?.properties[part] ?? null;
}
