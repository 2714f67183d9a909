/** `+331…` ⇒ `tel:+331…`; other addresses are as they came. */
export const addressOf = (given: string): string => (/^\+?\d+$/.test(given) ? `tel:${given}` : given);
