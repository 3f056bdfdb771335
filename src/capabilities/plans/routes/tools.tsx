import type { View } from '#web/html/jsx-runtime.ts'
import type { PageRequest } from '#web/route.ts'
import { ButtonLink, ButtonRow } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import type { Plan, PlanItem } from '../plan.ts'
import { canBegin, keepsPlan } from '../policy.ts'
import { sentences } from '../sentences.ts'

/** On the list of plans: the way to their drafts, for those who write them. */
export const listTools = ({ scope, city, language }: PageRequest): View | undefined =>
  canBegin(scope.actor) ? (
    <ButtonRow>
      <ButtonLink kind="secondary" href={paths.drafts(city.slug)}>
        {sentences[language].draftList}
      </ButtonLink>
    </ButtonRow>
  ) : undefined

/** On a plan's page: the way to its next version, for those who keep it. */
export const planTools = ({ scope, city, language }: PageRequest, plan: Plan): View | undefined =>
  keepsPlan(scope.actor, plan) ? (
    <ButtonRow>
      <ButtonLink kind="secondary" href={paths.begin(city.slug, plan.id)}>
        {sentences[language].revise}
      </ButtonLink>
    </ButtonRow>
  ) : undefined

/** On an item's page: where it is tied to what carries it out. */
export const itemTools = (
  { scope, city, language }: PageRequest,
  plan: Plan,
  item: PlanItem,
): View | undefined =>
  keepsPlan(scope.actor, plan) ? (
    <ButtonRow>
      <ButtonLink kind="secondary" href={paths.links(city.slug, plan.id, item.no)}>
        {sentences[language].manageLinks}
      </ButtonLink>
    </ButtonRow>
  ) : undefined
