export function LogScreen(_props: Readonly<Record<string, unknown>>) { return null; }
