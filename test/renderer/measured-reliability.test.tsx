import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { MeasuredReliability } from '../../renderer/features/model/measured-reliability.tsx';
import { reliability as words } from '../../shared/messages/reliability.en.ts';
import type { ModelState } from '../../shared/model/match.ts';
import type { Reliability, ReliabilityTable } from '../../shared/model/reliability.ts';

const table = (said: number): ReliabilityTable => ({
  bins: Array.from({ length: 10 }, (_, bin) => ({
    from: bin / 10,
    count: bin === 8 ? 1234 : 0,
    said: bin === 8 ? said : 0,
    cameTrue: bin === 8 ? 0.8 : 0,
  })),
  error: 0.05,
  byChance: 0.01,
});
const ALL: readonly Reliability[] = [
  { model: null, pairs: table(0.81), suggestions: null },
  { model: 'aa', pairs: table(0.84), suggestions: table(0.85) },
];
const ready = (sha256: string, calibrated = true): ModelState => ({ state: 'ready', id: 'm', sha256, calibrated });
const show = (model: ModelState) => renderToStaticMarkup(<MeasuredReliability model={model} all={ALL} />);

describe('what is shown of the reliability of the model in use', () => {
  it('is a picture and the same numbers as a table, for matches and for suggestions', () => {
    const html = show(ready('aa'));
    expect(html.match(/<svg[^>]*role="img"/gu)).toHaveLength(2);
    expect(html.match(/<table /gu)).toHaveLength(2);
    for (const title of [words.pairs.title, words.suggestions.title]) expect(html).toContain(`${title}</caption>`);
    expect(html).toContain('80–90 %</th><td class="cell-number">1,234</td><td class="cell-number">84 %</td>');
    // A bin that holds nothing has no share.
    expect(html).toContain('0–10 %</th><td class="cell-number">0</td><td class="cell-number">–</td>');
  });

  it('is of words alone where no model is in use', () => {
    const html = show({ state: 'absent', code: 'switched-off' });
    expect(html).toContain(words.wordsAlone);
    expect(html).toContain('>81 %<');
    expect(html.match(/<svg /gu)).toHaveLength(1);
  });

  it('is why there is no percentage, for a model without calibration, even where figures are at hand', () => {
    const html = show(ready('aa', false));
    expect(html).toContain(words.uncalibrated);
    expect(html).not.toMatch(/<svg|\d %/u);
  });

  it('is that nothing was measured, for a model that is not in the list', () => {
    expect(show(ready('bb'))).toContain(words.notMeasured);
  });
});
