/**
 * Records are values of our own model, written as JSON by the same code that reads them back; the store is no border
 * at which foreign data arrives, so they are taken at their type.
 */
export function readRecord<Value>(json: string): Value {
  return JSON.parse(json) as Value;
}

export function writeRecord(value: unknown): string {
  return JSON.stringify(value);
}
