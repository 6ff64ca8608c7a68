import type { TransversalCode } from '../../../shared/model/profile.ts';

/** A group of skills that serve in any field; the six groups follow ESCO's transversal pillar, the phrases are ours. */
export interface TransversalAnchors {
  readonly code: TransversalCode;
  readonly name: string;
  readonly phrases: readonly string[];
}

export const TRANSVERSAL_GROUPS: readonly TransversalAnchors[] = [
  group(
    'T1',
    'Core skills',
    'using everyday digital tools',
    'digital literacy',
    'basic computer use',
    'reading and writing',
    'mastering languages',
    'speaking a second language',
    'understanding a spoken foreign language',
    'writing in a foreign language',
    'numeracy',
    'working with numbers and measures',
    'online collaboration tools',
  ),
  group(
    'T2',
    'Thinking',
    'critical thinking',
    'problem solving',
    'creative thinking',
    'analytical thinking',
    'planning and organising',
    'evaluating information',
    'systems thinking',
    'decision making',
    'thinking strategically',
    'research skills',
    'innovation',
  ),
  group(
    'T3',
    'Self-management',
    'time management',
    'working independently',
    'taking initiative',
    'adaptability',
    'coping with pressure',
    'resilience',
    'self-organisation',
    'learning to learn',
    'taking responsibility',
    'attention to detail',
    'self-reflection',
    'meeting commitments',
  ),
  group(
    'T4',
    'Social and communication',
    'communication',
    'teamwork',
    'collaboration',
    'leadership',
    'leading a team',
    'negotiation',
    'presenting to an audience',
    'active listening',
    'conflict resolution',
    'giving feedback',
    'mentoring others',
    'networking',
    'interpersonal skills',
    'intercultural communication',
    'customer orientation',
    'empathy',
  ),
  group(
    'T5',
    'Physical and manual',
    'manual dexterity',
    'working with hand tools',
    'physical stamina',
    'lifting and carrying loads',
    'fine motor skills',
    'reacting to physical changes',
  ),
  group(
    'T6',
    'Life skills',
    'civic engagement',
    'cultural awareness',
    'environmental awareness',
    'financial literacy',
    'healthy living',
    'entrepreneurial spirit',
    'volunteering in the community',
    'diversity and inclusion',
    'respect for human rights',
    'general knowledge of the world',
  ),
];

function group(code: TransversalAnchors['code'], name: string, ...phrases: string[]): TransversalAnchors {
  return { code, name, phrases };
}

export function isGroupCode(code: string): code is TransversalCode {
  return TRANSVERSAL_GROUPS.some((one) => one.code === code);
}
