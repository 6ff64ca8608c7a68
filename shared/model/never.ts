/** Ends a switch over a union: adding a member to the union makes the call fail to compile. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
