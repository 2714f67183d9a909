/** Whether a text consists of telephone keys: `4711#`. */
export const areKeys = (text: string): boolean => /^[0-9*#]+$/.test(text);
