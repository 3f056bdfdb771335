import type { Bilingual } from './bilingual.ts'
import { ok, type Result, refuse } from './result.ts'

/** One state of a procedure, named for those who work on it and for the one who applied. */
export type WorkflowState<Role extends string = string> = {
  readonly staff: Bilingual
  readonly applicant: Bilingual
  /** Nothing follows. */
  readonly final?: true
  /** Who must act next; nobody while the thing simply runs. */
  readonly waitsFor?: Role | readonly Role[]
}

/** One step from any of `from`. The same name may lead elsewhere from other states. */
export type Transition<
  State extends string = string,
  Name extends string = string,
  Role extends string = string,
> = {
  readonly name: Name
  readonly from: readonly State[]
  readonly to: State
  readonly by: readonly Role[]
  readonly label: Bilingual
  readonly reasonRequired?: true
}

/** A procedure as a table: where it may begin, its states, and who leads it from which to which. */
export type Workflow<
  State extends string = string,
  Name extends string = string,
  Role extends string = string,
> = {
  readonly initial: State | readonly State[]
  readonly states: Readonly<Record<State, WorkflowState<Role>>>
  readonly transitions: readonly Transition<State, Name, Role>[]
}

/** The states of a workflow, as a union of their names. */
export type StateOf<W> = W extends { readonly states: infer States } ? keyof States & string : never

/** The transitions of a workflow, as a union of their names. */
export type TransitionNameOf<W> = W extends {
  readonly transitions: readonly { readonly name: infer Name }[]
}
  ? Name
  : never

/** Writes a workflow down; a misspelt state in `initial`, `from` or `to` does not compile. */
export const defineWorkflow = <
  const State extends string,
  const Name extends string,
  const Role extends string,
>(workflow: {
  readonly initial: NoInfer<State> | readonly NoInfer<State>[]
  readonly states: Readonly<Record<State, WorkflowState<NoInfer<Role>>>>
  readonly transitions: readonly Transition<NoInfer<State>, Name, Role>[]
}): Workflow<State, Name, Role> => workflow

/** True for a state of this workflow, e.g. one read from a row. */
export const isStateOf = <State extends string>(
  workflow: Workflow<State>,
  value: string,
): value is State => Object.hasOwn(workflow.states, value)

const mayDo = (transition: Transition, roles: readonly string[]): boolean =>
  transition.by.some((role) => roles.includes(role))

/** The steps that somebody with these roles can take now, in the order of the table. */
export const nextActions = <State extends string, Name extends string, Role extends string>(
  workflow: Workflow<State, Name, Role>,
  state: NoInfer<State>,
  roles: readonly string[],
): readonly Transition<State, Name, Role>[] =>
  workflow.transitions.filter(
    (transition) => transition.from.includes(state) && mayDo(transition, roles),
  )

export type TransitionProblem = 'not-from-here' | 'not-your-role' | 'reason-required'

/** Takes a step, or says why not. Only the table speaks here; a capability's policy may refuse more. */
export const applyTransition = <State extends string, Name extends string>(
  workflow: Workflow<State, Name>,
  state: NoInfer<State>,
  name: NoInfer<Name>,
  roles: readonly string[],
  given: { readonly reason?: string | undefined } = {},
): Result<{ readonly to: State }, TransitionProblem> => {
  const steps = workflow.transitions.filter(
    (transition) => transition.name === name && transition.from.includes(state),
  )
  const step = steps.find((transition) => mayDo(transition, roles))
  if (!step) return refuse(steps.length === 0 ? 'not-from-here' : 'not-your-role')
  if (step.reasonRequired && (given.reason ?? '').trim() === '') return refuse('reason-required')
  return ok({ to: step.to })
}

/** Who a state waits for, as a list. */
export const listWaitingRoles = <Role extends string>({
  waitsFor = [],
}: Pick<WorkflowState<Role>, 'waitsFor'>): readonly Role[] =>
  typeof waitsFor === 'string' ? [waitsFor] : waitsFor
