/** Verdicts, checks, tables and the T-profile in the report; on screen renderer/ui/report-pieces.css dresses them. */
const PIECE_STYLES = `
:root {
  --profile-ink: #17202e; --profile-muted: #566173; --profile-line: #d0d6df; --profile-surface: #ffffff;
  --profile-verified: #0f6b62; --profile-reserved: #a8550a; --profile-claimed: #5b6b86; --profile-failed: #b3261e;
  --profile-tint: #f4f6f9;
}
@media (prefers-color-scheme: dark) {
  :root:not([data-theme='light']) {
    --profile-ink: #e8ecf2; --profile-muted: #a8b2c1; --profile-line: #3a4557; --profile-surface: #151b25;
    --profile-verified: #2f9c8f; --profile-reserved: #e0913f; --profile-claimed: #93a4c0; --profile-failed: #ff8f86;
    --profile-tint: #1d2531;
  }
}
:root[data-theme='dark'] {
  --profile-ink: #e8ecf2; --profile-muted: #a8b2c1; --profile-line: #3a4557; --profile-surface: #151b25;
  --profile-verified: #2f9c8f; --profile-reserved: #e0913f; --profile-claimed: #93a4c0; --profile-failed: #ff8f86;
  --profile-tint: #1d2531;
}
.profile-picture { display: block; width: 100%; height: auto; max-width: 820px; }
.profile-choice { cursor: pointer; outline: none; }
.profile-choice:focus-visible { outline: 2px solid var(--profile-ink); outline-offset: 2px; }
.verdict-badge { display: inline-flex; align-items: center; gap: 0.35em; font-weight: 600; font-size: 0.92em; }
.verdict-icon { flex: none; }
.verdict-verified { color: var(--profile-verified); }
.verdict-verified-with-reservations { color: var(--profile-reserved); }
.verdict-cannot-verify-offline { color: var(--profile-claimed); }
.verdict-not-valid { color: var(--profile-failed); }
.check-list { list-style: none; margin: 0.25rem 0 0; padding: 0; }
.check-list li { display: flex; gap: 0.5rem; margin: 0.15rem 0; }
.check-sign { flex: none; width: 1.1em; text-align: center; font-weight: 700; }
.check-pass .check-sign { color: var(--profile-verified); }
.check-fail .check-sign { color: var(--profile-failed); }
.check-not-checked .check-sign, .check-stale .check-sign { color: var(--profile-reserved); }
.report-table { width: 100%; border-collapse: collapse; font-size: 0.9em; }
.report-table caption { text-align: start; color: var(--profile-muted); padding: 0.25rem 0; }
.report-table th, .report-table td { text-align: start; vertical-align: top; padding: 0.5rem 0.75rem 0.5rem 0; border-top: 1px solid var(--profile-line); overflow-wrap: anywhere; }
.report-table thead th { border-top: 0; color: var(--profile-muted); font-weight: 600; white-space: nowrap; }
.report-table tbody th { font-weight: 600; }
.report-table .report-number { text-align: end; font-variant-numeric: tabular-nums; padding-inline-end: 0; white-space: nowrap; }
.report-overview .report-number { padding-inline-end: 2rem; }
.profile-table .report-number { text-align: start; padding-inline-end: 0.75rem; }
.report-small { display: block; font-size: 0.88em; font-weight: 400; color: var(--profile-muted); }
.report-muted, .report-note { color: var(--profile-muted); }
.report-path { display: block; font-size: 0.8em; color: var(--profile-muted); overflow-wrap: anywhere; }
.factor-list { margin: 0.4rem 0 0; padding-inline-start: 1.1rem; color: var(--profile-muted); font-size: 0.88em; }
.report-flag { white-space: nowrap; color: var(--profile-reserved); }
.band { display: inline-block; padding: 0.05rem 0.55rem; border-radius: 1rem; border: 1.5px solid currentColor; font-weight: 600; font-size: 0.9em; white-space: nowrap; }
.band-strong { background: var(--profile-verified); border-color: var(--profile-verified); color: var(--profile-surface); }
.band-likely { color: var(--profile-verified); }
.band-possible { color: var(--profile-reserved); border-style: dashed; }
.band-none { color: var(--profile-muted); border-style: dotted; }
`;

/** The report as a page of its own, light and dark, on screen and on A4 or Letter; it stands in the page's head. */
export const REPORT_STYLES = `${PIECE_STYLES}
*, *::before, *::after { box-sizing: border-box; }
html { background: var(--profile-tint); color: var(--profile-ink); }
body { margin: 0; font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; }
.report { max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
.report-cover, .report main > section, .report-person { background: var(--profile-surface); border: 1px solid var(--profile-line); border-radius: 10px; padding: 1.5rem 1.75rem; margin: 0 0 1.25rem; }
.report-cover { border-top: 6px solid var(--profile-verified); }
.report-kicker { margin: 0; color: var(--profile-muted); font-weight: 600; letter-spacing: 0.02em; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0.25rem 0 1.25rem; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 0 0 0.75rem; }
.profile-table th, .profile-table td { font-size: 0.92em; }
h3 { font-size: 1.02rem; margin: 1.75rem 0 0.5rem; }
a { color: inherit; text-underline-offset: 0.15em; }
code { font: 0.85em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
q { quotes: '“' '”'; }
.report-facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 0.75rem 1.5rem; margin: 0; }
.report-facts dt { color: var(--profile-muted); font-size: 0.85em; }
.report-facts dd { margin: 0; overflow-wrap: anywhere; }
.report-columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 0 2rem; }
.report-columns ul { margin: 0; padding-inline-start: 1.1rem; }
.report-columns li { margin: 0 0 0.4rem; }
.report-standing { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 1.25rem; margin: 0 0 0.75rem; }
.report-change { margin: 0; padding: 0.6rem 0.9rem; background: var(--profile-tint); border-radius: 6px; }
.report-figure { margin: 0.5rem 0 1rem; }
.report-figure figcaption { margin-top: 0.5rem; font-size: 0.88em; color: var(--profile-muted); }
.report-credentials { list-style: none; margin: 0; padding: 0; }
.report-credentials > li { border-top: 1px solid var(--profile-line); padding: 0.5rem 0; font-size: 0.92em; }
.report-credentials p { margin: 0; }
.report-footer { color: var(--profile-muted); text-align: center; }
@media (max-width: 40rem) {
  .report-cover, .report main > section, .report-person { padding: 1rem; overflow-x: auto; }
  .report-figure { overflow-x: auto; }
  .report-figure .profile-picture, .report-table { min-width: 34rem; }
  .profile-table { min-width: 52rem; }
}
@media print {
  @page { margin: 16mm 15mm; }
  :root, :root[data-theme='dark'], :root:not([data-theme='light']) {
    --profile-ink: #000000; --profile-muted: #444c59; --profile-line: #b9c0ca; --profile-surface: #ffffff; --profile-tint: #ffffff;
    --profile-verified: #0f6b62; --profile-reserved: #a8550a; --profile-claimed: #5b6b86; --profile-failed: #b3261e;
  }
  html { background: none; }
  body { font-size: 10pt; }
  .report { max-width: none; padding: 0; }
  .report-cover, .report main > section, .report-person { border: 0; border-radius: 0; padding: 0; margin: 0 0 8mm; }
  .report-person { break-before: page; }
  .report-figure, .report-table tr, .report-credentials > li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  thead { display: table-header-group; }
  .profile-picture, .band, .verdict-badge { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
