/** Whether a text is keys of a telephone: `4711#`. */
export const areKeys = (text: string): boolean => /^[0-9*#]+$/.test(text);
