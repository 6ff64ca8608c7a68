export function SettingsScreen(_props: Readonly<Record<string, unknown>>) { return null; }
