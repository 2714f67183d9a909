/** No flow takes a message, because nothing routes its address. */
export class NotRouted extends Error {}
