import { renderToStaticMarkup } from 'react-dom/server';
import { reliability as words } from '../../shared/messages/reliability.en.ts';
import { casesIn, type Reliability } from '../../shared/model/reliability.ts';
import { INK, MUTED, SURFACE } from '../../shared/reports/profile-picture/picture-parts.tsx';
import { RELIABILITY_SIZE, ReliabilityPlot } from '../../shared/reports/ReliabilityPicture.tsx';

const GAP = 32;
const HEAD = 56;

/** A file of its own, in light and in dark: what the app draws in "About the model", side by side. */
export function reliabilityDrawing(own: Reliability): string {
  const panels = (['pairs', 'suggestions'] as const).flatMap((kind) => {
    const table = own[kind];
    return table === null ? [] : [{ ...words[kind], table, cases: words[kind].of(casesIn(table)) }];
  });
  const width = panels.length * (RELIABILITY_SIZE.width + GAP) + GAP;
  const height = RELIABILITY_SIZE.height + HEAD + GAP / 2;
  return `${renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby="title meaning"
      fontFamily="system-ui, sans-serif"
      fontSize={12}
    >
      <title id="title">{words.title}</title>
      <desc id="meaning">
        {panels.map(({ title, table, cases }) => `${title}. ${words.meaning(table, cases)}`).join(' ')}
      </desc>
      <style>{COLOURS}</style>
      <rect width={width} height={height} fill={SURFACE} />
      {panels.map(({ title, table, cases }, index) => (
        <g key={title} transform={`translate(${GAP + index * (RELIABILITY_SIZE.width + GAP)} ${GAP / 2})`}>
          <text y={14} fill={INK} fontSize={13} fontWeight={600}>
            {title}
          </text>
          <text y={32} fill={MUTED}>
            {cases}
          </text>
          <g transform={`translate(0 ${HEAD - GAP / 2})`}>
            <ReliabilityPlot table={table} />
          </g>
        </g>
      ))}
    </svg>,
  )}\n`;
}

/** The colours of reports in dark; the fallbacks of the picture are those in light. */
const COLOURS =
  '@media (prefers-color-scheme: dark) { :root { --profile-ink: #e8ecf2; --profile-muted: #a8b2c1; ' +
  '--profile-line: #3a4557; --profile-surface: #151b25; } }';
