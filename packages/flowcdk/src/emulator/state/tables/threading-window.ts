import { required, whole } from '../shape';

/** How long a conversation goes on after its end, for one messenger. Its id is the name of the messenger: `sms`. */
export const threadingWindow = {
  /** At most 72 hours. */
  timeoutInMinutes: required(whole(0, 4_320)),
};
