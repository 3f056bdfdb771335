import type { View } from '#web/html/jsx-runtime.ts'
import type { PageRequest } from '#web/route.ts'
import type { Group } from './group.ts'

/**
 * A part of the group's page that a later capability fills: joint projects, proposals, events. It shows
 * what this visitor may see, under an `<h2>` (a `Section`), or nothing. At most one query each.
 */
export type GroupPanel = {
  /** Smaller numbers stand higher on the page. */
  readonly order: number
  readonly render: (request: PageRequest, group: Group) => Promise<View | null>
}

/** The panels of a group's page, in their order. */
export const renderPanels = async (
  panels: readonly GroupPanel[],
  request: PageRequest,
  group: Group,
): Promise<readonly View[]> => {
  const views: View[] = []
  // One after the other: they share the connection of the request.
  for (const panel of [...panels].sort((a, b) => a.order - b.order)) {
    const view = await panel.render(request, group)
    if (view) views.push(view)
  }
  return views
}
