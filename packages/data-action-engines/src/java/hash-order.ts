/**
 * The order in which Java's `HashMap` gives its entries: by bucket, and within a bucket as they came in. The table has
 * 16 buckets and doubles when it is three quarters full. The results of the real engines have this order. Java turns a
 * bucket with many collisions into a tree; that is left out.
 */
export function hashOrder<T>(entries: readonly T[], hashOf: (entry: T) => number): readonly T[] {
  let buckets = 16;
  while (entries.length > buckets * 0.75) buckets *= 2;
  const bucketOf = (entry: T): number => {
    const hash = hashOf(entry);
    return (hash ^ (hash >>> 16)) & (buckets - 1);
  };
  return entries
    .map((entry) => ({ entry, bucket: bucketOf(entry) }))
    .sort((a, b) => a.bucket - b.bucket)
    .map(({ entry }) => entry);
}
