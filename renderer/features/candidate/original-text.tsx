import { useState } from 'react';
import { trust } from '../../../shared/messages/ui.en.ts';
import type { CredentialKey } from '../../../shared/model/ids.ts';
import { useCredential } from '../../api/queries.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Loaded } from '../../ui/query-state.tsx';

/** The credential's decoded JSON as text; asked for only when somebody wants to see it. */
export function OriginalText({ credential }: { readonly credential: CredentialKey }) {
  const [isOpen, setOpen] = useState(false);
  const query = useCredential(credential, isOpen);
  return (
    <Disclosure title={trust.original} isOpen={isOpen} onOpenChange={setOpen}>
      <p className="muted small">{trust.originalNote}</p>
      {isOpen && (
        <Loaded query={query}>
          {({ json }) => (
            <pre className="original code" tabIndex={0} role="region" aria-label={trust.original}>
              {json}
            </pre>
          )}
        </Loaded>
      )}
    </Disclosure>
  );
}
