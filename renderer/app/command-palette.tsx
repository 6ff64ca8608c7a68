import './command-palette.css';
import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  TextField,
  useFilter,
} from 'react-aria-components';
import type { CandidateRow } from '../../shared/api/contract.ts';
import { search, shell } from '../../shared/messages/ui.en.ts';
import { useCandidates, useJobs } from '../api/queries.ts';
import { nameOf } from '../features/candidates/candidate-name.ts';
import { navigate, useRoute } from './navigation.ts';
import type { Route } from './route.ts';

interface Destination {
  readonly id: string;
  readonly kind: keyof typeof shell.paletteKinds;
  readonly name: string;
  readonly route: Route;
}

/** More would be a list to read, and typing a letter more is quicker. */
const MOST_PEOPLE = 500;

/** Leads to any screen, person or job by a few letters of its name, and to people who show what was typed. */
export function CommandPalette({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
    >
      <Modal className="palette">
        <Dialog aria-label={shell.palette} className="palette-body">
          <Destinations onChoose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Destinations({ onChoose }: { readonly onChoose: () => void }) {
  const [typed, setTyped] = useState('');
  const destinations = useDestinations(typed.trim());
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <Autocomplete filter={(name, text) => contains(name, text.trim())} inputValue={typed} onInputChange={setTyped}>
      <TextField aria-label={shell.paletteField} autoFocus className="palette-search">
        <Input className="palette-input" placeholder={shell.palette} />
      </TextField>
      <Menu
        aria-label={shell.palette}
        className="palette-list"
        items={destinations}
        renderEmptyState={() => <p className="palette-empty muted">{shell.paletteEmpty}</p>}
      >
        {(destination) => (
          <MenuItem
            className="palette-item"
            textValue={destination.name}
            onAction={() => {
              onChoose();
              navigate(destination.route);
            }}
          >
            <span>{destination.name}</span>
            <span className="muted small">{shell.paletteKinds[destination.kind]}</span>
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  );
}

const SCREENS: readonly Route[] = [
  { screen: 'import' },
  { screen: 'candidates' },
  { screen: 'search', text: null, like: null },
  { screen: 'jobs' },
  { screen: 'ranking', job: null, candidate: null },
  { screen: 'issuers', part: 'packs' },
  { screen: 'model' },
  { screen: 'log' },
  { screen: 'settings' },
];

/** @param typed What is searched for where it is no name; it stands last, below all that has such a name. */
function useDestinations(typed: string): Destination[] {
  const people = useCandidates().data;
  const jobs = useJobs().data;
  const route = useRoute();
  return useMemo(
    () => [
      ...likeCurrent(route, people),
      ...SCREENS.map((route) => ({
        id: route.screen,
        kind: 'screen' as const,
        name: shell.screens[route.screen],
        route,
      })),
      ...(jobs ?? []).map((job) => ({
        id: job.id,
        kind: 'job' as const,
        name: job.title,
        route: { screen: 'ranking', job: job.id, candidate: null } as const,
      })),
      ...(people ?? []).slice(0, MOST_PEOPLE).map(({ candidate }) => ({
        id: candidate.id,
        kind: 'candidate' as const,
        name: nameOf(candidate),
        route: { screen: 'candidate', candidate: candidate.id, job: null, credential: null } as const,
      })),
      ...(typed === ''
        ? []
        : [
            {
              id: 'find',
              kind: 'search' as const,
              name: shell.paletteFind(typed),
              route: { screen: 'search', text: typed, like: null } as const,
            },
          ]),
    ],
    [people, jobs, route, typed],
  );
}

/** Where a person is open: who is like this one. */
function likeCurrent(route: Route, people: readonly CandidateRow[] = []): readonly Destination[] {
  if (route.screen !== 'candidate') return [];
  const person = people.find(({ candidate }) => candidate.id === route.candidate)?.candidate;
  if (person === undefined) return [];
  const name = search.likeTitle(nameOf(person));
  return [{ id: 'like', kind: 'search', name, route: { screen: 'search', text: null, like: person.id } }];
}
