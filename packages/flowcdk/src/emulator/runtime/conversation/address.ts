/** `+331…` becomes `tel:+331…`. Other addresses stay as they are. */
export const addressOf = (number: string): string => (/^\+?\d+$/.test(number) ? `tel:${number}` : number);
