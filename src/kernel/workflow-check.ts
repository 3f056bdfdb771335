import { listWaitingRoles, type Transition, type Workflow } from './workflow.ts'

const listReachable = (workflow: Workflow): ReadonlySet<string> => {
  const reached = new Set([workflow.initial].flat())
  // A set that grows while it is walked is walked to its new end.
  for (const state of reached)
    for (const { from, to } of workflow.transitions) if (from.includes(state)) reached.add(to)
  return reached
}

const checkState = (workflow: Workflow, state: string): string[] => {
  const { final, ...rest } = workflow.states[state]!
  const out = workflow.transitions.filter(({ from }) => from.includes(state))
  const idle = listWaitingRoles(rest).filter((role) => !out.some(({ by }) => by.includes(role)))
  return [
    ...(final && out.length > 0 ? [`${state} is final but ${out[0]!.name} leads out of it`] : []),
    ...(!final && out.length === 0 ? [`${state} is not final and nothing leads out of it`] : []),
    ...idle.map((role) => `${state} waits for ${role}, who can do nothing there`),
  ]
}

const checkTransition = (workflow: Workflow, transition: Transition): string[] => {
  const { name, from, to, by } = transition
  const unknown = [...from, to].filter((state) => !Object.hasOwn(workflow.states, state))
  const rivals = workflow.transitions.filter(
    (other) => other !== transition && other.name === name && other.by.some((r) => by.includes(r)),
  )
  const doubled = from.filter((state) => rivals.some((other) => other.from.includes(state)))
  return [
    ...unknown.map((state) => `${name} names the unknown state ${state}`),
    ...(from.length === 0 || by.length === 0 ? [`${name} can never be taken`] : []),
    ...doubled.map((state) => `${name} from ${state} is there twice for the same role`),
  ]
}

/** What is wrong with a workflow's table, in sentences for the engineer; empty when it is sound. */
export const listWorkflowProblems = (workflow: Workflow): readonly string[] => {
  const states = Object.keys(workflow.states)
  const reachable = listReachable(workflow)
  return [
    ...[workflow.initial]
      .flat()
      .filter((state) => !states.includes(state))
      .map((state) => `The initial state ${state} is unknown`),
    ...states.filter((state) => !reachable.has(state)).map((state) => `${state} is never reached`),
    ...states.flatMap((state) => checkState(workflow, state)),
    ...workflow.transitions.flatMap((transition) => checkTransition(workflow, transition)),
  ]
}

/**
 * For the test of every workflow: each state is reached, none but a final one is a dead end, whoever is
 * waited for can act.
 * @throws Error that lists everything found.
 */
export const assertWorkflow = (workflow: Workflow): void => {
  const problems = listWorkflowProblems(workflow)
  if (problems.length > 0) throw new Error(`Unsound workflow:\n- ${problems.join('\n- ')}`)
}

const escapeCell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ')

const describeSteps = (workflow: Workflow, state: string): string =>
  workflow.transitions
    .filter(({ from }) => from.includes(state))
    .map(({ name, to, by, label, reasonRequired }) => {
      const marks = `${by.join(', ')}${reasonRequired ? '; 理由' : ''}`
      return `\`${name}\` ${escapeCell(label.ja)} (${marks}) → \`${to}\``
    })
    .join('<br>')

/** The Markdown table of a capability's README, one row for each state. */
export const renderWorkflowTable = (workflow: Workflow): string => {
  const initial = [workflow.initial].flat()
  const rows = Object.entries(workflow.states).map(
    ([state, { staff, applicant, final, ...rest }]) => {
      const mark = final ? ' ■' : initial.includes(state) ? ' ▶' : ''
      const waits = listWaitingRoles(rest).join(', ') || '—'
      const names = [`${staff.ja} / ${staff.en}`, `${applicant.ja} / ${applicant.en}`].map(
        escapeCell,
      )
      return `| \`${state}\`${mark} | ${names.join(' | ')} | ${waits} | ${describeSteps(workflow, state) || '—'} |`
    },
  )
  return [
    '| state (▶ first, ■ final) | for staff | for the applicant | waits for | next |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
