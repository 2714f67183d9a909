import { unset } from '../base/api-column';
import { optional, optionalComputed, required } from '../base/schema';

/** How every kind of data action calls the other system; the URL differs in who must give it. */
export const request = {
  /** `GET`, `POST`, `PUT`, `PATCH` or `DELETE`. */
  requestType: required('string'),
  /** Body, a Velocity template; not used for `GET`. */
  requestTemplate: optionalComputed('string', unset('')),
  /** Headers by name; values are Velocity templates. */
  headers: optional('map(string)', unset({})),
};

/** How every kind of data action turns the answer into its result. */
export const response = {
  /** JSONPath into the answer, by the name it gets in the template. */
  translationMap: optional('map(string)', unset({})),
  /** JSON text to use where a path finds nothing, by the same names. */
  translationMapDefaults: optional('map(string)', unset({})),
  /** The result, a Velocity template. @default `${rawResult}`, by the service */
  successTemplate: optionalComputed('string', unset('')),
};
