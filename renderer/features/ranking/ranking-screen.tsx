export function RankingScreen(_props: Readonly<Record<string, unknown>>) { return null; }
