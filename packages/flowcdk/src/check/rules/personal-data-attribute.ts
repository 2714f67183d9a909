import { nodePlace } from '../graph';
import { attributesOf } from '../graph/attributes';
import type { Rule } from '../rule';

/**
 * Analytics keeps participant data with the conversation, and everyone who sees the conversation sees it. A name does
 * not show whether that is allowed, so this asks the author to look once and to write down the reason.
 */
export const personalDataAttribute: Rule = {
  name: 'personal-data-attribute',
  family: 'participant data',
  severity: 'warning',
  protectsFrom: 'personal data that stays in analytics for as long as the conversation does',
  start: (report) => ({
    flowEnd: (place) => {
      const done = new Set<string>();
      for (const { name, node, yaml } of attributesOf(place.flow).writes) {
        if (name === undefined || done.has(name) || !soundsPersonal(name)) continue;
        done.add(name);
        report({
          message: `${name} sounds like personal data, and analytics keeps it with the conversation`,
          help: 'Write an id instead and look the rest up, or silence this where it is meant, with the reason.',
          ...nodePlace(node, place),
          yaml,
        });
      }
    },
  }),
};

const words = [
  '(?:customer|caller|client|contact|first|last|full|family|given|sur|sender)name',
  'e?mail(?:address)?',
  '(?:tele|mobile)?phone(?:number)?',
  'mobile(?:number)?',
  '(?:home|postal|street|billing|delivery)address',
  'birth(?:day|date)?',
  'dateofbirth',
  'ssn',
  'socialsecurity(?:number)?',
  'passport(?:number)?',
  'iban',
  '(?:credit)?cardnumber',
  'password',
  'pin',
];
const personal = new RegExp(`^(?:${words.join('|')})$`);

/** `customerEmail`, `identification.customerName`: the end of the name says what it is. */
function soundsPersonal(name: string): boolean {
  const parts = (name.split('.').at(-1) ?? '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/);
  return parts.some((_, i) => personal.test(parts.slice(i).join('')));
}
