import { exportRanking } from '../../adapters/formats/exports/export-ranking.ts';
import { inListedOrder, shortlistHead } from '../../core/shortlists/build-shortlist.ts';
import type { Handlers } from '../../../shared/api/dispatcher.ts';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import { problemSentence } from '../../../shared/messages/problem-messages.ts';
import { isRefused } from '../../../shared/model/import.ts';
import type { ExportId } from '../../../shared/model/ids.ts';
import type { EngineContext } from '../engine-context.ts';
import { rankJob } from '../rank-job.ts';
import { nextPiece, writePieces, type FilePieces } from '../shortlist-pieces.ts';

/** A ranking as a file. In a blind workspace it is blind whatever was asked: exports inherit what screens hide. */
export function exportHandlers(context: EngineContext): Pick<Handlers, 'export.ranking' | 'export.more'> {
  const { workspace } = context;
  const open = createOpenFiles();
  return {
    'export.ranking': async ({ job: id, settings, format, named: asked }) => {
      const job = workspace.jobs.get(id);
      if (job === null) return fail('not-found', { job: id });
      const ranking = await rankJob(context, id, settings, {}, 0);
      if (!ranking.ok) return ranking;
      const named = asked && !workspace.settings.read().blind;
      const ranked = ranking.value.others?.candidates ?? [];
      const head = shortlistHead({
        job,
        ranking: ranking.value,
        count: ranked.length,
        refused: refusedFiles(context),
        judgedAt: context.judgedAt(),
        named,
      });
      const { parts, ...file } = exportRanking(format, head);
      const people = inListedOrder(ranked, settings, workspace.candidates.list());
      const first = await open.next(context.ids.next() as ExportId, writePieces(context, head, people, parts));
      if (!first.ok) return first;
      context.record('ranking.exported', null, { job: id, jobVersion: job.version, format, named });
      return ok({ ...file, ...first.value });
    },
    'export.more': async ({ export: id }) => {
      const pieces = open.get(id);
      return pieces === null ? fail('not-found', { export: id }) : open.next(id, pieces);
    },
  };
}

/** Files that are being written and not yet at their end. */
function createOpenFiles() {
  const files = new Map<ExportId, FilePieces>();
  return {
    get: (id: ExportId) => files.get(id) ?? null,
    async next(id: ExportId, pieces: FilePieces): Promise<Result<{ bytes: Uint8Array; more: ExportId | null }>> {
      files.delete(id);
      const piece = await nextPiece(pieces);
      if (!piece.ok) return piece;
      const { bytes, isLast } = piece.value;
      if (isLast) return ok({ bytes, more: null });
      files.set(id, pieces);
      for (const oldest of [...files.keys()].slice(0, -MOST_OPEN)) files.delete(oldest);
      return ok({ bytes, more: id });
    },
  };
}

/** Who began more than these will not ask for the oldest any more: a window was closed, a command was stopped. */
const MOST_OPEN = 4;

function refusedFiles({ workspace }: EngineContext) {
  return workspace.batches
    .refused()
    .filter(isRefused)
    .flatMap(({ file, problems }) => problems.map((problem) => ({ file, reason: problemSentence(problem, file) })));
}
