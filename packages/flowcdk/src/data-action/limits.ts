/** What the platform allows of data actions (documented unless noted). */
export const limits = {
  /** Characters of a name or category. */
  longestName: 256,
  /** Seconds a call may last. */
  timeout: { least: 1, most: 60 },
  /** Levels of a JSON document. */
  deepestJson: 50,
} as const;

/** Inputs the platform fills in itself. */
export const reservedInputs: ReadonlySet<string> = new Set(['orgId', 'integrationId', 'rawRequest']);

/** What a property of a contract may be called (documented for inputs; outputs become names in templates too). */
export const propertyName = /^[A-Za-z][A-Za-z0-9_-]*$/;
