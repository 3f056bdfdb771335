import { AddedRows } from './added-rows.ts'
import { CharacterCount } from './character-count.ts'
import { focusErrorSummary } from './error-summary.ts'
import { closeMenuOutside } from './folded-menu.ts'
import { KeptChanges } from './kept-changes.ts'
import { PageActions } from './page-actions.ts'

customElements.define('added-rows', AddedRows)
customElements.define('character-count', CharacterCount)
customElements.define('kept-changes', KeptChanges)
customElements.define('page-actions', PageActions)
focusErrorSummary()
closeMenuOutside()
