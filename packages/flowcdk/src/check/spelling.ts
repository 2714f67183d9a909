/** The name among others that is the same name in another spelling: `customer_id` for `customerId`. */
export function respelt(name: string, others: readonly string[]): string | undefined {
  const key = spellingKey(name);
  return others.find((other) => other.toLowerCase() !== name.toLowerCase() && spellingKey(other) === key);
}

/** A name without scope, case and separators. */
const spellingKey = (name: string): string =>
  name
    .replace(/^\w+\./, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
