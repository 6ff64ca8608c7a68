import './import.css';
import type { ImportFlow } from './import-flow.ts';
import { importing, shell } from '../../../shared/messages/ui.en.ts';
import { assertNever } from '../../../shared/model/never.ts';
import type { ImportReport } from '../../../shared/model/import.ts';
import { hrefOf } from '../../app/route.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Progress, TaskProgress } from '../../ui/progress.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Term } from '../../ui/term.tsx';
import { DropZone } from './drop-zone.tsx';
import { FileResults } from './file-results.tsx';
import { isBusy } from './import-flow.ts';
import { useImport } from './import-provider.tsx';
import { PendingBatches } from './pending-batches.tsx';
import { ReportCounts } from './report-counts.tsx';

export function ImportScreen() {
  const { flow } = useImport();
  return (
    <Page title={importing.title} lead={importing.lead}>
      <ImportStep flow={flow} />
      {!isBusy(flow) && <PendingBatches current={'report' in flow ? flow.report.batch : null} />}
    </Page>
  );
}

function ImportStep({ flow }: { readonly flow: ImportFlow }) {
  const { cancel } = useImport();
  switch (flow.step) {
    case 'idle':
      return (
        <>
          {flow.problem !== null && <ProblemNote problem={flow.problem} />}
          <DropZone />
        </>
      );
    case 'adding':
      return (
        <div className="import-work">
          <Progress label={importing.adding(flow.done, flow.total)} done={flow.done} total={flow.total} />
          <Button onPress={cancel}>{importing.cancel}</Button>
        </div>
      );
    case 'working':
      return (
        <div className="import-work">
          <TaskProgress task={flow.task} label={flow.kind === 'run' ? importing.running : importing.previewing} />
          <Button onPress={cancel} isDisabled={flow.cancelling}>
            {flow.cancelling ? importing.cancelling : importing.cancel}
          </Button>
        </div>
      );
    case 'previewed':
      return <Preview report={flow.report} />;
    case 'finished':
      return <Finished report={flow.report} />;
    default:
      return assertNever(flow);
  }
}

function Preview({ report }: { readonly report: ImportReport }) {
  const { run, discard } = useImport();
  const nothing = report.counts.imported === 0;
  return (
    <Section
      title={importing.previewTitle}
      note={
        <>
          <Term name="dry run">Dry run</Term>: {importing.previewNote}
        </>
      }
      actions={
        <>
          <Button onPress={() => discard(report.batch)}>{importing.discard}</Button>
          <Button look="primary" takesFocus isDisabled={nothing} onPress={() => run(report.batch)}>
            {nothing ? importing.importNothing : importing.importNow(report.counts.imported)}
          </Button>
        </>
      }
    >
      <ReportCounts report={report} />
      <FileResults report={report} />
    </Section>
  );
}

function Finished({ report }: { readonly report: ImportReport }) {
  const { leave, run } = useImport();
  return (
    <Section
      title={report.cancelled ? importing.cancelledTitle : importing.resultTitle}
      note={report.cancelled ? importing.cancelledNote : undefined}
      actions={
        <>
          <Button onPress={leave}>{report.cancelled ? shell.close : importing.another}</Button>
          {report.cancelled ? (
            <Button look="primary" onPress={() => run(report.batch)}>
              {importing.resume}
            </Button>
          ) : (
            <ButtonLink look="primary" href={hrefOf({ screen: 'candidates' })}>
              {importing.seeCandidates}
            </ButtonLink>
          )}
        </>
      }
    >
      <ReportCounts report={report} />
      <FileResults report={report} />
    </Section>
  );
}
