import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trust } from '../../../shared/messages/ui.en.ts';
import { work } from '../../api/engine.ts';
import { useTaskProgress } from '../../api/task-progress.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { importing } from '../../../shared/messages/ui.en.ts';

/** Judges every stored credential anew, with the trust data of now. */
export function Recheck() {
  const client = useQueryClient();
  const task = useTaskProgress('credentials.recheck');
  const recheck = useMutation({
    mutationFn: () => work('credentials.recheck', {}),
    onSuccess: async ({ checked, changed }) => {
      announce(trust.recheckDone(checked, changed.length));
      await client.invalidateQueries();
    },
  });
  return (
    <>
      <span className="muted" role="status">
        {recheck.isPending && task !== null && importing.progress(task.done, task.total)}
        {recheck.data !== undefined && trust.recheckDone(recheck.data.checked, recheck.data.changed.length)}
      </span>
      <Button isDisabled={recheck.isPending} onPress={() => recheck.mutate()}>
        {trust.recheck}
      </Button>
    </>
  );
}
