import type { CredentialKey, Instant } from './ids.ts';
import type { Shape } from './profile.ts';

/** A credential that brought about a change, with the words by which it did. */
export interface ChangeCause {
  readonly credential: CredentialKey;
  readonly credentialName: string;
  readonly quote: string;
}

export interface FieldChange {
  readonly code: string;
  readonly name: string;
  /** Depth before and after, 0–1; 0 before where the field is new. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'new' | 'deepened' | 'lessened';
  /** The line of the picture that it passed on its way. */
  readonly becomes: 'stem' | 'breadth' | null;
  /** Empty where less is shown because something was replaced. */
  readonly because: readonly ChangeCause[];
}

export interface GroupChange {
  readonly code: string;
  readonly name: string;
  readonly kind: 'new' | 'gone';
  readonly because: readonly ChangeCause[];
}

/** What differs between two T-profiles of one person. */
export interface ProfileDifference {
  /** Null where the shape stayed. */
  readonly shape: { readonly from: Shape; readonly to: Shape } | null;
  /** By how much they moved, most first; ties by code. */
  readonly fields: readonly FieldChange[];
  readonly groups: readonly GroupChange[];
}

/** What one import brought to a person's T-profile. */
export interface ProfileStep extends ProfileDifference {
  readonly at: Instant;
  /** True for the first that is known of the person: before it there was nothing. */
  readonly isFirst: boolean;
  readonly credentials: readonly {
    readonly credential: CredentialKey;
    readonly credentialName: string;
    /** The one in whose place it came. */
    readonly replaces: CredentialKey | null;
  }[];
}
