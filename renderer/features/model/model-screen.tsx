export function ModelScreen(_props: Readonly<Record<string, unknown>>) { return null; }
