export function CandidateScreen(_props: Readonly<Record<string, unknown>>) { return null; }
