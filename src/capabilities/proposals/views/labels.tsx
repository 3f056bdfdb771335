import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { ChipLabel, DescriptionList, type Tone } from '#web/ui/index.ts'
import { themePaths } from '../../issues/index.ts'
import { findType, type ProgrammePreset } from '../../programmes/index.ts'
import { type Consultation, type Standing, standingName, standingOf } from '../consultation.ts'
import { type Proposal, type ProposalState, proposalWorkflow } from '../proposal.ts'
import { sentences } from '../sentences.ts'

const tones: Readonly<Record<ProposalState, Tone>> = {
  draft: 'plain',
  submitted: 'info',
  returned: 'warning',
  ineligible: 'plain',
  negotiating: 'info',
  ready: 'info',
  reviewing: 'info',
  selected: 'success',
  conditional: 'success',
  reserve: 'warning',
  not_selected: 'plain',
  withdrawn: 'plain',
}

/** The name of a state for those who apply, or for those who work on it. */
export const stateName = (state: ProposalState, lang: Language, forStaff: boolean): string =>
  say(proposalWorkflow.states[state][forStaff ? 'staff' : 'applicant'], lang)

/** How far a proposal has come, in a word. */
export const StateChip = ({
  lang,
  state,
  forStaff = false,
}: {
  lang: Language
  state: ProposalState
  forStaff?: boolean
}) => (
  <ChipLabel tone={tones[state]} filled={state === 'returned' || state === 'selected'}>
    {stateName(state, lang, forStaff)}
  </ChipLabel>
)

/** Marks what belongs to the sample world. */
export const SampleChip = ({ lang, proposal }: { lang: Language; proposal: Proposal }) =>
  proposal.sample ? <ChipLabel tone="warning">{sentences[lang].facts.sample}</ChipLabel> : null

const consultationTones: Readonly<Record<Standing, Tone>> = {
  asked: 'info',
  proposed: 'warning',
  agreed: 'key',
  held: 'success',
  cancelled: 'plain',
}

/** How far a consultation has come, in a word. */
export const ConsultationChip = ({
  lang,
  consultation,
  forStaff = false,
}: {
  lang: Language
  consultation: Pick<Consultation, 'state' | 'appointment'>
  forStaff?: boolean
}) => {
  const standing = standingOf(consultation)
  return (
    <ChipLabel tone={consultationTones[standing]}>
      {say(standingName(standing, forStaff), lang)}
    </ChipLabel>
  )
}

/** The type's name in the call, or its code when the call no longer has it. */
export const typeName = (definition: ProgrammePreset, code: string, lang: Language): string => {
  const type = findType(definition, code)
  return type ? say(type.name, lang) : code
}

/** The title, or that there is none yet. */
export const shownTitle = (proposal: Pick<Proposal, 'title'>, lang: Language): string =>
  proposal.title || sentences[lang].untitled

/** The theme of the city that the proposal answers; nothing for one of the group's own. */
export const AnsweredTheme = ({
  lang,
  city,
  proposal,
}: {
  readonly lang: Language
  readonly city: City
  readonly proposal: Pick<Proposal, 'themeId' | 'themeTitle'>
}) =>
  proposal.themeId && proposal.themeTitle ? (
    <DescriptionList
      items={[
        {
          term: sentences[lang].facts.theme,
          description: (
            <a href={themePaths.theme(city.slug, proposal.themeId)}>{proposal.themeTitle}</a>
          ),
        },
      ]}
    />
  ) : null
