/** A token of the org. The id is random. */
export const tokenFrom = (id: string): string => `local-${id}`;

/** Whether a token has the form of the org's own tokens. */
export const isOurs = (token: string): boolean => /^local-[0-9a-f-]{36}$/.test(token);

/** The token in the header `Authorization`. */
export const bearerIn = (authorization: string): string | undefined => /^bearer\s+(\S+)$/i.exec(authorization)?.[1];
