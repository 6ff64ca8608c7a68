import { describe, expect, it } from 'vitest';
import { credentialName } from '../../renderer/features/candidate/credential-name.ts';
import { importing } from '../../shared/messages/ui.en.ts';
import { makeCredential } from '../core/profiles/make-credential.ts';

describe('the name of a credential', () => {
  it('is the achievement’s, else its own, else for a token its type', () => {
    const nameless = { achievement: null, types: ['urn:example:diploma'] };
    const named = makeCredential({ key: 'a', name: 'Weaving' });
    const token = makeCredential({ key: 'b', rest: { ...nameless, name: null, standard: 'sd-jwt-vc' } });
    const other = makeCredential({ key: 'c', rest: { ...nameless, name: null } });
    expect([named, token, other].map(credentialName)).toEqual(['Weaving', 'urn:example:diploma', importing.unnamed]);
  });

  it('is not told of a token whose words are withheld', () => {
    const withheld = { achievement: null, name: null, standard: 'sd-jwt-vc', content: 'withheld' } as const;
    const token = makeCredential({ key: 'b', rest: { ...withheld, types: ['urn:example:diploma'] } });
    expect(credentialName(token)).toBe(importing.withheld);
  });
});
