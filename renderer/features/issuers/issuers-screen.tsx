export function IssuersScreen(_props: Readonly<Record<string, unknown>>) { return null; }
