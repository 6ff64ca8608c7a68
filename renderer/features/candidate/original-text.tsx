import '../../ui/disclosure.css';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { trust } from '../../../shared/messages/ui.en.ts';
import type { CredentialKey } from '../../../shared/model/ids.ts';
import { useCredential } from '../../api/queries.ts';
import { Loaded } from '../../ui/query-state.tsx';

/** The credential's decoded JSON as text; asked for only when somebody wants to see it. */
export function OriginalText({ credential }: { readonly credential: CredentialKey }) {
  const [isOpen, setOpen] = useState(false);
  const query = useCredential(credential, isOpen);
  return (
    <Disclosure className="disclosure" isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading level={4} className="disclosure-heading">
        <AriaButton slot="trigger" className="disclosure-trigger">
          <ChevronRight className="icon disclosure-arrow" size={15} aria-hidden="true" />
          {trust.original}
        </AriaButton>
      </Heading>
      <DisclosurePanel className="disclosure-panel">
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
      </DisclosurePanel>
    </Disclosure>
  );
}
