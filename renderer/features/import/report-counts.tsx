import { importing } from '../../../shared/messages/ui.en.ts';
import type { ImportReport } from '../../../shared/model/import.ts';

/** The sums of a report. */
export function ReportCounts({ report }: { readonly report: ImportReport }) {
  const { counts, dryRun } = report;
  const figures = [
    { label: dryRun ? importing.counts.wouldImport : importing.counts.imported, value: counts.imported, look: 'main' },
    { label: importing.counts.candidates, value: counts.candidates, look: '' },
    { label: importing.counts.duplicates, value: counts.duplicates, look: '' },
    { label: importing.counts.refused, value: counts.refused, look: counts.refused > 0 ? 'bad' : '' },
    { label: importing.counts.files, value: counts.files, look: '' },
  ];
  return (
    <dl className="figures">
      {figures.map(({ label, value, look }) => (
        <div key={label} className={`figure figure-${look}`}>
          <dt>{label}</dt>
          <dd className="numeric">{value.toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  );
}
