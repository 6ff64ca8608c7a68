import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { axisConcerns, importing, verdicts } from '../../../shared/messages/ui.en.ts';
import type { CheckAxis } from '../../../shared/model/check.ts';
import type { FileResult } from '../../../shared/model/import.ts';
import { SelectField } from '../../ui/field.tsx';
import { axisCounts, groupCounts, RESULT_GROUPS, type ResultFilter, type ResultGroup } from './result-groups.ts';

interface ResultFiltersProps {
  readonly files: readonly FileResult[];
  readonly filter: ResultFilter;
  readonly onChange: (filter: ResultFilter) => void;
}

/** Narrows a result down to one outcome, and to what one check found; each choice says how many files it shows. */
export function ResultFilters({ files, filter, onChange }: ResultFiltersProps) {
  const counts = groupCounts(files);
  const axes = axisCounts(files, filter.group);
  return (
    <div className="result-filters">
      <ToggleButtonGroup
        aria-label={importing.filters}
        className="segments"
        selectedKeys={[filter.group]}
        disallowEmptySelection
        onSelectionChange={([key]) => {
          const group = key === 'all' ? key : RESULT_GROUPS.find((one) => one === key);
          if (group !== undefined) onChange({ group, axis: 'any' });
        }}
      >
        <ToggleButton id="all">{importing.filterAll(files.length)}</ToggleButton>
        {RESULT_GROUPS.filter((group) => counts[group] > 0).map((group) => (
          <ToggleButton key={group} id={group}>
            {labelOf(group, counts[group])}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {axes.length > 0 && (
        <SelectField<CheckAxis | 'any'>
          label={importing.concerns}
          hiddenLabel
          value={filter.axis}
          onChange={(axis) => onChange({ ...filter, axis })}
          options={[
            { value: 'any', label: importing.concernsAny },
            ...axes.map(({ axis, count }) => ({ value: axis, label: importing.concern(axisConcerns[axis], count) })),
          ]}
        />
      )}
    </div>
  );
}

function labelOf(group: ResultGroup, count: number): string {
  return group === 'refused' ? importing.filterRefused(count) : importing.filterVerdict(verdicts[group], count);
}
