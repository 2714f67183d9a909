import { api, unset } from '../base/api-column';
import { optional, optionalComputed, required } from '../base/schema';

export const telephonyProvidersEdgesDidPool = {
  /** First number, in E.164. */
  startPhoneNumber: required('string'),
  /** Last number, in E.164. */
  endPhoneNumber: required('string'),
  /** What the numbers are for. */
  description: optional('string', unset('')),
  /** Notes for administrators. */
  comments: optional('string', unset('')),
  /** `PURE_CLOUD` or `PURE_CLOUD_VOICE`. */
  poolProvider: optionalComputed('string', api('provider'), unset('')),
};
