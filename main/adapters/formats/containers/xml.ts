import type { ContainerReader } from '../container.ts';
import { LIMITS } from '../limits.ts';

/** XML that is no picture: Europass credentials used to be signed XML. Named, not read. */
export const xml: ContainerReader = {
  name: 'xml',
  maximumBytes: LIMITS.imageBytes,
  recognises: ({ start }) => /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|[A-Za-z])/.test(start),
  read({ start }, readers) {
    const isEuropass = start.includes('data.europa.eu/snb') || start.includes('europass');
    if (isEuropass) readers.problem({ code: 'format-europass', params: { form: 'xml' } });
    else readers.problem({ code: 'not-a-credential', params: { reason: 'markup' } });
  },
};
