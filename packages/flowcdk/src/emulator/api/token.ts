/** A token the org issues; the id is random. */
export const tokenFrom = (id: string): string => `local-${id}`;

/** Whether a token has the form of those the org issues. */
export const isOurs = (token: string): boolean => /^local-[0-9a-f-]{36}$/.test(token);

/** The token in the header `Authorization`. */
export const bearerIn = (authorization: string): string | undefined => /^bearer\s+(\S+)$/i.exec(authorization)?.[1];
