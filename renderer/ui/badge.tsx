import './badge.css';
import {
  CircleCheck,
  CircleDashed,
  CircleX,
  Clock,
  Minus,
  ShieldCheck,
  ShieldQuestion,
  TriangleAlert,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { assertNever } from '../../shared/model/never.ts';
import type { CheckState, IssuerRecognition, Verdict } from '../../shared/model/check.ts';
import type { Band } from '../../shared/model/match.ts';
import { bands, recognitions, trust, verdicts } from '../../shared/messages/ui.en.ts';

type Tone = 'good' | 'warn' | 'bad' | 'quiet' | 'accent';

const ICON = { className: 'icon', size: 14, 'aria-hidden': true } as const;

/** A state as an icon and a word; never colour alone. */
export function Badge(props: { readonly tone: Tone; readonly icon?: ReactNode; readonly children: ReactNode }) {
  return (
    <span className={`badge badge-${props.tone}`}>
      {props.icon}
      {props.children}
    </span>
  );
}

export function VerdictIcon({ verdict }: { readonly verdict: Verdict }) {
  switch (verdict) {
    case 'verified':
      return <CircleCheck {...ICON} />;
    case 'verified-with-reservations':
      return <TriangleAlert {...ICON} />;
    case 'cannot-verify-offline':
      return <CircleDashed {...ICON} />;
    case 'not-valid':
      return <CircleX {...ICON} />;
    default:
      return assertNever(verdict);
  }
}

export const VERDICT_TONES = {
  verified: 'good',
  'verified-with-reservations': 'warn',
  'cannot-verify-offline': 'quiet',
  'not-valid': 'bad',
} satisfies Record<Verdict, Tone>;

export function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  return (
    <Badge tone={VERDICT_TONES[verdict]} icon={<VerdictIcon verdict={verdict} />}>
      {verdicts[verdict]}
    </Badge>
  );
}

const STATE_TONES = {
  pass: 'good',
  fail: 'bad',
  'not-checked': 'quiet',
  stale: 'warn',
  'not-applicable': 'quiet',
} satisfies Record<CheckState, Tone>;

export function StateBadge({ state }: { readonly state: CheckState }) {
  return (
    <Badge tone={STATE_TONES[state]} icon={stateIcon(state)}>
      {trust.states[state]}
    </Badge>
  );
}

const RECOGNITION_TONES = {
  recognised: 'good',
  pinned: 'good',
  'self-asserted': 'quiet',
  unknown: 'warn',
} satisfies Record<IssuerRecognition, Tone>;

export function RecognitionBadge({ recognition }: { readonly recognition: IssuerRecognition }) {
  const known = recognition === 'recognised' || recognition === 'pinned';
  return (
    <Badge
      tone={RECOGNITION_TONES[recognition]}
      icon={known ? <ShieldCheck {...ICON} /> : <ShieldQuestion {...ICON} />}
    >
      {recognitions[recognition]}
    </Badge>
  );
}

/** Filled steps say the same as the word, for eyes that scan. */
const BAND_STEPS = { strong: 3, likely: 2, possible: 1, none: 0 } satisfies Record<Band, number>;

export function BandMark({ band }: { readonly band: Band }) {
  return (
    <span className={`band band-${band}`}>
      <span className="band-steps" aria-hidden="true">
        {[1, 2, 3].map((step) => (
          <span key={step} className={step <= BAND_STEPS[band] ? 'band-step band-step-on' : 'band-step'} />
        ))}
      </span>
      {bands[band]}
    </span>
  );
}

function stateIcon(state: CheckState): ReactNode {
  switch (state) {
    case 'pass':
      return <CircleCheck {...ICON} />;
    case 'fail':
      return <CircleX {...ICON} />;
    case 'not-checked':
      return <CircleDashed {...ICON} />;
    case 'stale':
      return <Clock {...ICON} />;
    case 'not-applicable':
      return <Minus {...ICON} />;
    default:
      return assertNever(state);
  }
}
