import { DescriptionList } from '#web/ui/index.ts'
import type { Sources } from '../sources.ts'

/** The documents behind the facts, with the short names used on the page. */
export const Documents = ({ documents }: Pick<Sources, 'documents'>) => (
  <DescriptionList
    items={documents.map(({ short, title }) => ({ term: short, description: title }))}
  />
)
