import { name, oneOf, otherwise, readOnly } from '../shape';

/** A skill or a language: nothing but a name. */
export const skill = {
  name,
  state: readOnly(otherwise(oneOf('active'), 'active')),
};
