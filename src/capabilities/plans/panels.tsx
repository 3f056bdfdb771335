import { type Panel, type PanelPlace, panel } from '#web/capability.ts'
import type { LinkKind } from './link.ts'
import { askServedItems } from './queries/links.ts'
import { ServedItems } from './views/item-links.tsx'

const servedPanel = (place: PanelPlace & LinkKind): Panel =>
  panel({
    place,
    order: 80,
    ask: ({ scope }, { id }) => askServedItems(scope, { kind: place, targetId: id }),
    show: ({ city, language }, _, items) =>
      items.length === 0 ? null : (
        <ServedItems lang={language} citySlug={city.slug} items={items} />
      ),
  })

/** On the pages of what carries plans out: which items it carries out. */
export const servedPanels: readonly Panel[] = (
  ['project', 'call', 'survey', 'theme', 'issue'] as const
).map(servedPanel)
