import type { Sheet } from '../../forms/index.ts'
import { type Call, findType } from '../../programmes/index.ts'
import { cityCostsIn, listCostProblems } from '../city-costs.ts'
import type { Problem } from '../figures.ts'
import type { Proposal } from '../proposal.ts'

/** That the city's costs on a sheet of talks go beyond what can be decided, as it stands. */
export const costProblemsOf = (
  sheet: Pick<Sheet, 'answers' | 'definition'>,
  { proposal, call }: { readonly proposal: Proposal; readonly call: Call },
): readonly Problem[] =>
  listCostProblems(cityCostsIn(sheet.definition, sheet.answers), {
    requested: proposal.requestedAmount,
    typeCap: findType(call.definition, proposal.type)?.cap ?? null,
    themeCap: proposal.themeCap,
  })
