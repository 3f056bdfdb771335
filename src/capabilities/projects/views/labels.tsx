import { type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { formatYen } from '#kernel/money.ts'
import type { WorkflowState } from '#kernel/workflow.ts'
import { ChipLabel, type Tone } from '#web/ui/index.ts'
import { agreementWorkflow } from '../agreement.ts'
import type { ContinuationOutcome } from '../continuation.ts'
import { type Project, type ProjectHead, type ProjectState, projectWorkflow } from '../project.ts'
import { type YearState, yearWorkflow } from '../project-year.ts'
import { sentences } from '../sentences.ts'

const tones: Readonly<Record<ProjectState, Tone>> = {
  agreeing: 'info',
  running: 'success',
  reported: 'info',
  evaluating: 'info',
  completed: 'plain',
  terminated: 'warning',
}

const nameOf = (state: WorkflowState, lang: Language): string => say(state.applicant, lang)

/** What everyone calls a state of a project. */
export const stateName = (state: ProjectState, lang: Language): string =>
  nameOf(projectWorkflow.states[state], lang)

export const agreementStateName = (
  state: keyof typeof agreementWorkflow.states,
  lang: Language,
): string => nameOf(agreementWorkflow.states[state], lang)

export const yearStateName = (state: YearState, lang: Language): string =>
  nameOf(yearWorkflow.states[state], lang)

export const StateChip = ({ state, lang }: { state: ProjectState; lang: Language }) => (
  <ChipLabel tone={tones[state]} filled={state === 'running'}>
    {stateName(state, lang)}
  </ChipLabel>
)

/** What became of it, in the words of every city. */
export const OutcomeChip = ({
  outcome,
  lang,
  label,
}: {
  outcome: ContinuationOutcome
  lang: Language
  /** As the programme calls it, where the page knows its programme. */
  label?: string
}) => (
  <ChipLabel tone={outcome === 'ended' ? 'plain' : 'key'}>
    {label ?? sentences[lang].outcomes[outcome]}
  </ChipLabel>
)

/** The fiscal years of a project: `令和9年度から令和10年度まで`. */
export const yearsText = (
  project: Pick<Project, 'firstFiscalYear' | 'lastFiscalYear'>,
  lang: Language,
): string =>
  sentences[lang].yearsText(
    formatFiscalYear(project.firstFiscalYear, lang),
    formatFiscalYear(project.lastFiscalYear, lang),
  )

export const departmentName = (city: City, code: string, lang: Language): string =>
  say(nameOfCode(city.departments, code), lang)

/** The forms of working together, as the city calls them. */
export const modesText = (city: City, modes: readonly string[], lang: Language): string =>
  modes.length === 0
    ? sentences[lang].noModes
    : modes.map((mode) => say(nameOfCode(city.modes, mode), lang)).join(lang === 'ja' ? '、' : ', ')

/** With whom, when, and with how much of the city's money: what a group shows of its projects. */
export const resultFacts = (city: City, project: ProjectHead, lang: Language) => {
  const words = sentences[lang]
  const [, department, years] = headFacts(city, project, lang)
  const share = {
    term: words.cityShare,
    description: words.upTo(formatYen(project.cityShare, lang)),
  }
  return [department, years, share].filter((fact) => fact !== undefined)
}

/** Two or three facts by which a project is told from others. */
export const headFacts = (city: City, project: ProjectHead, lang: Language) => {
  const words = sentences[lang]
  return [
    { term: words.group, description: project.groupName },
    { term: words.department, description: departmentName(city, project.department, lang) },
    { term: words.fiscalYear, description: yearsText(project, lang) },
  ]
}
