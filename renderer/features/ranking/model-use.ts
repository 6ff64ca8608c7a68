import type { WorkspaceStatus } from '../../../shared/api/contract.ts';

/** AI is off where a person switched it off; a model that is missing is another matter, which the banner explains. */
export function usesModel({ model }: WorkspaceStatus): boolean {
  return !(model.state === 'absent' && model.code === 'switched-off');
}
