export function JobScreen(_props: Readonly<Record<string, unknown>>) { return null; }
