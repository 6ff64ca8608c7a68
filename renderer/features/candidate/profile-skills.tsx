import { Move } from 'lucide-react';
import { useState } from 'react';
import {
  fieldSources,
  notPlacedReasons,
  placing as words,
  profile as profileWords,
} from '../../../shared/messages/profile.en.ts';
import { PROFILE_PLACES, type PlacedSkill, type PlaceEditMark, type TProfile } from '../../../shared/model/profile.ts';
import type { ProfileSelection } from '../../../shared/reports/TProfilePicture.tsx';
import { hrefOf, type Route } from '../../app/route.ts';
import { Badge, VerdictBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatDay } from '../../ui/format.ts';
import { PlaceDialog, type MovableSkill } from './place-dialog.tsx';

type CandidateRoute = Extract<Route, { screen: 'candidate' }>;

interface ProfileSkillsProps {
  readonly profile: TProfile;
  /** A segment of the picture, or what stands nowhere. */
  readonly chosen: ProfileSelection | 'not-placed';
  readonly route: CandidateRoute;
}

/** The skills of one field or group by credential: their words, why they stand there, and a way to move them. */
export function ProfileSkills({ profile, chosen, route }: ProfileSkillsProps) {
  const [moving, setMoving] = useState<MovableSkill | null>(null);
  const code = chosen === 'not-placed' ? 'none' : chosen.code;
  const needed = neededBy(profile, code);
  return (
    <section className="profile-chosen" aria-label={nameOf(profile, chosen)} aria-live="polite">
      <h3>{nameOf(profile, chosen)}</h3>
      {needed.length > 0 && (
        <p className="muted">
          {words.neededBy} {needed.join(' · ')}
        </p>
      )}
      {chosen === 'not-placed' ? (
        <ul>
          {profile.notPlaced.map((skill) => (
            <li key={`${skill.credential} ${skill.pointer} ${skill.quote}`}>
              <Skill
                quote={skill.quote}
                ground={notPlacedReasons[skill.why]}
                edit={skill.edit}
                onMove={() => setMoving(skill)}
              />
              <a className="small" href={hrefOf({ ...route, credential: skill.credential })}>
                <bdi>{skill.credentialName}</bdi>
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <Parts profile={profile} chosen={chosen} route={route} onMove={setMoving} />
      )}
      <PlaceDialog
        candidate={profile.candidate}
        skill={moving}
        current={PROFILE_PLACES.find((place) => place === code) ?? 'none'}
        groups={profile.transversal}
        onClose={() => setMoving(null)}
      />
    </section>
  );
}

function Parts(props: {
  readonly profile: TProfile;
  readonly chosen: ProfileSelection;
  readonly route: CandidateRoute;
  readonly onMove: (skill: MovableSkill) => void;
}) {
  const parts = placeOf(props.profile, props.chosen)?.parts ?? [];
  if (parts.length === 0) return <p className="muted">{profileWords.nothingHere}</p>;
  return (
    <ul>
      {parts.map((part) => (
        <li key={part.credential}>
          <span className="profile-part-source">
            <a href={hrefOf({ ...props.route, credential: part.credential })}>
              <bdi>{part.credentialName}</bdi>
            </a>
            <VerdictBadge verdict={part.verdict} />
          </span>
          <ul className="profile-skills">
            {part.skills.map((skill) => (
              <li key={`${skill.pointer} ${skill.quote}`}>
                <Skill
                  quote={skill.quote}
                  ground={groundOf(skill)}
                  edit={skill.edit}
                  onMove={() => props.onMove({ ...skill, credential: part.credential })}
                />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Skill(props: {
  readonly quote: string;
  readonly ground: string;
  readonly edit: PlaceEditMark | null;
  readonly onMove: () => void;
}) {
  const { edit } = props;
  return (
    <div className="profile-skill">
      <q>
        <bdi>{props.quote}</bdi>
      </q>
      {edit === null ? (
        <span className="muted small">{props.ground}</span>
      ) : (
        <Badge tone="accent">
          {words.edited(edit.by, formatDay(edit.at))} “<bdi>{edit.reason}</bdi>”
        </Badge>
      )}
      <Button look="plain" size="small" onPress={props.onMove} aria-label={words.moveLabel(props.quote)}>
        <Move className="icon" size={13} aria-hidden="true" />
        {words.move}
      </Button>
    </div>
  );
}

function groundOf({ source, confidence }: PlacedSkill): string {
  return source === 'similarity'
    ? `${fieldSources.similarity}, ${profileWords.confidence(confidence)}`
    : fieldSources[source];
}

function placeOf(profile: TProfile, selection: ProfileSelection) {
  return selection.kind === 'field'
    ? profile.fields.find(({ code }) => code === selection.code)
    : profile.transversal.find(({ code }) => code === selection.code);
}

function nameOf(profile: TProfile, chosen: ProfileSelection | 'not-placed'): string {
  if (chosen === 'not-placed') return profileWords.notPlaced;
  const needed = profile.needed?.fields.find(({ code }) => code === chosen.code);
  return placeOf(profile, chosen)?.name ?? needed?.name ?? profileWords.jobField;
}

function neededBy({ needed }: TProfile, code: string): readonly string[] {
  const place = [...(needed?.fields ?? []), ...(needed?.transversal ?? [])].find((one) => one.code === code);
  return place?.requirements.map(({ text }) => text) ?? [];
}
