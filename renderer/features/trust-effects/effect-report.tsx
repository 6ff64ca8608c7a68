import './trust-effects.css';
import { effects, verdicts } from '../../../shared/messages/ui.en.ts';
import type { TrustEffect } from '../../../shared/model/trust.ts';
import { MovedVerdicts } from './moved-verdicts.tsx';
import { waysOf } from './ways.ts';

interface EffectReportProps {
  readonly effect: TrustEffect;
  /** Whether it is tried out only, or has happened. */
  readonly tense: 'would' | 'did';
}

/** What a change does to the workspace: how many verdicts move, which way, each of them and why. */
export function EffectReport({ effect, tense }: EffectReportProps) {
  const { checked, moved, otherwiseChanged } = effect;
  const sum = tense === 'would' ? effects.wouldMove : effects.moved;
  const otherwise = tense === 'would' ? effects.otherwiseWould : effects.otherwiseDid;
  return (
    <div className="effect">
      <p className="effect-sum" role="status">
        {sum(moved.length, checked)}
      </p>
      {moved.length > 0 && (
        <ul className="effect-ways">
          {waysOf(moved).map(({ from, to, count }) => (
            <li key={`${from} ${to}`}>{effects.ways(count, verdicts[from], verdicts[to])}</li>
          ))}
        </ul>
      )}
      {otherwiseChanged > 0 && <p className="muted">{otherwise(otherwiseChanged)}</p>}
      {moved.length > 0 && (
        <MovedVerdicts moved={moved} label={tense === 'would' ? effects.table : effects.movedTable} />
      )}
    </div>
  );
}
