import { genesysCloud } from 'flowcdk';

/**
 * Genesys Cloud's own API. The role of its OAuth client follows from what the data actions of this folder call: read a
 * conversation and its sentiment, tag it, send a message, create a call-back.
 */
export const cloud = genesysCloud({ name: 'Unhappy customer callback' });

/** Seconds that Genesys Cloud may take for one call. */
export const TIMEOUT = 10;
