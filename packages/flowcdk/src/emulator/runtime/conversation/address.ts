/** `+331…` ⇒ `tel:+331…`; other addresses are as they came. */
export const addressOf = (number: string): string => (/^\+?\d+$/.test(number) ? `tel:${number}` : number);
