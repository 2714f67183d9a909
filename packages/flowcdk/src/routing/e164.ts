/** A telephone number as `+`, country code and number. */
export const isE164 = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);
