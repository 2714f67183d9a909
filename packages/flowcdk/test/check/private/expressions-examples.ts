export const decision = (condition: string) =>
  `- decision: { name: Which?, condition: { exp: ${JSON.stringify(condition)} } }`;

export const set = (kind: string, variable: string, expression: string) =>
  `- updateData: { name: Set, statements: [{ ${kind}: { variable: ${variable}, value: { exp: ${JSON.stringify(expression)} } } }] }`;
