export function JobsScreen(_props: Readonly<Record<string, unknown>>) { return null; }
