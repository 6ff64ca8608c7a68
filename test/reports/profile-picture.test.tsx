import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { buildProfile } from '../../main/core/profiles/build-profile.ts';
import { neededProfile } from '../../main/core/profiles/needed-profile.ts';
import type { CandidateId } from '../../shared/model/ids.ts';
import { TProfilePicture } from '../../shared/reports/TProfilePicture.tsx';
import { TProfileTable } from '../../shared/reports/TProfileTable.tsx';
import { fieldBars, wrapWords } from '../../shared/reports/profile-picture/profile-layout.ts';
import { makeCredential, statementsOf, wordPlacer } from '../core/profiles/make-credential.ts';
import { fullPool, job } from '../core/shortlists/make-ranking.ts';

function profileOf(credentials = fullPool(), relativeTo: typeof job | null = job) {
  return buildProfile({
    candidate: '01' as CandidateId,
    needed: relativeTo && neededProfile(relativeTo, wordPlacer),
    credentials,
    statements: credentials.flatMap(statementsOf),
    placer: wordPlacer,
  });
}

describe('T-profile picture', () => {
  it('says in its title and description whose it is and what it shows', () => {
    const svg = renderToStaticMarkup(<TProfilePicture profile={profileOf()} label="Candidate 7QK3" />);
    expect(svg).toContain('T-profile of Candidate 7QK3</title>');
    expect(svg).toMatch(/<desc[^>]*>T-shape\. Stem: Engineering and engineering trades\./u);
    expect(svg).toMatch(/<desc[^>]*>[^<]*As deep as the job needs in \d of \d fields?\./u);
    expect(svg).toContain('role="img"');
  });

  it('draws the three standings in three patterns', () => {
    const svg = renderToStaticMarkup(<TProfilePicture profile={profileOf()} label="x" />);
    expect(svg.match(/<pattern /gu)).toHaveLength(2);
    expect(new Set([...svg.matchAll(/fill="(url\(#[^"]*[rc]\))"/gu)].map(([, fill]) => fill)).size).toBe(2);
  });

  it('gives two pictures on a page different ids', () => {
    const svg = renderToStaticMarkup(
      <>
        <TProfilePicture profile={profileOf()} label="one" />
        <TProfilePicture profile={profileOf()} label="two" />
      </>,
    );
    const ids = [...svg.matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('marks the job’s core field, and draws it hollow where nothing is in it', () => {
    const translator = makeCredential({ key: 't', name: 'Translation', type: 'MasterDegree', field: 'Translation' });
    const svg = renderToStaticMarkup(<TProfilePicture profile={profileOf([translator])} label="x" />);
    expect(svg).toContain('core field');
    expect(svg).toContain('Engineering');
  });

  it('offers each segment as a button with its name where someone listens', () => {
    const svg = renderToStaticMarkup(<TProfilePicture profile={profileOf()} label="x" onSelect={() => undefined} />);
    expect(svg).toContain(
      'aria-label="Engineering and engineering trades: depth 64 %, Verified, Claimed, the job needs 36 %, reached, core field of the job"',
    );
    expect(svg).toContain('role="group"');
  });

  it('shows an empty profile as such', () => {
    const svg = renderToStaticMarkup(<TProfilePicture profile={profileOf([], null)} label="x" />);
    expect(svg).toContain('No credential could be placed');
  });

  it('stands with the stem in the middle and tells how many fields it left out', () => {
    const { bars, leftOut } = fieldBars(profileOf(), 3);
    expect(bars.map((bar) => bar.isStem)).toEqual([false, true, false]);
    expect(leftOut).toBe(3);
  });

  it.each([
    ['one two three', 7, 2, ['one two', 'three']],
    ['one two three four', 4, 2, ['one', 'two…']],
    ['unbreakable', 3, 2, ['unbreakable']],
  ] as const)('breaks %s into lines', (text, width, lines, expected) => {
    expect(wrapWords(text, width, lines)).toEqual(expected);
  });
});

describe('T-profile table', () => {
  it('has a row for every part with its words, field, basis, level and standing', () => {
    const profile = profileOf();
    const html = renderToStaticMarkup(<TProfileTable profile={profile} label="x" />);
    const parts = [...profile.fields, ...profile.transversal].flatMap((one) => one.parts);
    const held = new Set(profile.fields.map(({ code }) => code));
    const neededAlone = profile.needed?.fields.filter(({ code }) => !held.has(code)) ?? [];
    const askedAlone = profile.needed?.transversal.filter(
      ({ code, requirements }) =>
        requirements.length > 0 && !profile.transversal.some((group) => group.code === code && group.evidenced),
    );
    expect(html.match(/<tr>/gu)).toHaveLength(parts.length + 1 + neededAlone.length + (askedAlone?.length ?? 0));
    const skills = parts.flatMap((part) => part.skills);
    expect(html.match(/<q>/gu)).toHaveLength(skills.length);
    expect(html).toContain('<code class="report-path">/credentialSubject/achievement/name</code>');
    expect(html).toContain('Verified with reservations');
  });

  it('says what the job needs, whether it is reached, and where nothing is shown', () => {
    const translator = makeCredential({ key: 't', name: 'Translation', type: 'MasterDegree', field: 'Translation' });
    const html = renderToStaticMarkup(<TProfileTable profile={profileOf([translator])} label="x" />);
    expect(html).toMatch(/Engineering and engineering trades<\/th>.*the job needs \d+ %.*nothing evidenced/su);
    expect(renderToStaticMarkup(<TProfileTable profile={profileOf()} label="x" />)).toMatch(/needs \d+ %, reached/u);
  });

  it('says of a skill that a person moved that a person did', () => {
    const credentials = [makeCredential({ key: 'z', name: 'Zymurgy' })];
    const edit = { place: '072' as const, by: 'R. Example', at: '2026-11-22T00:00:00Z', reason: 'Brewing.' };
    const profile = buildProfile({
      candidate: '01' as CandidateId,
      needed: null,
      credentials,
      statements: credentials.flatMap(statementsOf),
      placer: wordPlacer,
      edits: new Map([['zymurgy', edit]]),
    });
    expect(renderToStaticMarkup(<TProfileTable profile={profile} label="x" />)).toContain('put here by a person');
    const svg = renderToStaticMarkup(<TProfilePicture profile={profile} label="x" onSelect={() => undefined} />);
    expect(svg).toMatch(/aria-label="Manufacturing and processing: [^"]*with a skill that a person put here"/u);
    expect(svg).toContain('edited by');
  });
});
