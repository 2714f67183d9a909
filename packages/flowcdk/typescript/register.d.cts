// `node --require flowcdk/register`: from then on Node loads TypeScript. There is nothing to import.
export {};
